package io.scopebridge.mapping;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Twice the input may take at most three times as long: a look-up that scans, or an index that is built anew, takes four and more. */
@Fast
class MappingScaleTest {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int FEWEST_ROUNDS = 4;
    private static final int MOST_ROUNDS = 25;
    private static final long LONG = 25_000_000;
    private static final Set<String> WITHOUT_LISTS = Set.of("scopestack/account", "scopestack/token", "scopestack/link", "scopestack/link-project",
            "scopestack/rights", "autotask/rights", "autotask/zone", "autotask/revenue-query", "connectwise/rights",
            "connectwise/callback", "connectwise/callback-key", "autotask/links", "connectwise/links", "scopestack/project-gates", "scopestack/linked-opportunity",
            "hub/alert-email", "hub/alert-slack", "hub/alert-teams", "hub/alert-webhook");
    private static final Map<String, IntFunction<Object>> INPUTS = Map.ofEntries(
            entry("hub/opportunity-filter", LargeLists::filter),
            entry("scopestack/bundle", LargeInputs::pages),
            entry("scopestack/unread-links", LargeInputs::pages),
            entry("scopestack/opportunities", LargeInputs::rows),
            entry("scopestack/projects", LargeLists::projects),
            entry("scopestack/unread-opportunities", LargeLists::projectsNotShown),
            entry("scopestack/loaded-opportunities", LargeLists::projectsNotShown),
            entry("scopestack/link-opportunity", LargeLists::linkedProjects),
            entry("scopestack/revenue", LargeRevenue::bundle),
            entry("autotask/revenue-plan", LargeRevenue::statuses),
            entry("connectwise/revenue-plan", LargeRevenue::forecast),
            entry("connectwise/sales-order-plan", LargeRevenue::conversions),
            entry("scopestack/diagnosis", LargeInputs::refusal),
            entry("autotask/opportunities", LargeInputs::autotaskOpportunities),
            entry("autotask/opportunity-names", LargeLists::fields),
            entry("autotask/opportunity-query", LargeLists::ids),
            entry("autotask/companies", LargeLists::items),
            entry("autotask/company-query", LargeLists::companyIds),
            entry("autotask/company-search", LargeLists::autotaskTenant),
            entry("autotask/companies-query", LargeLists::ids),
            entry("autotask/resources", LargeLists::items),
            entry("autotask/resources-query", LargeLists::ids),
            entry("autotask/picklists", LargeLists::fields),
            entry("autotask/required-fields", LargeLists::fields),
            entry("connectwise/company-query", LargeLists::connectWiseTenant),
            entry("autotask/tenant", LargeLists::autotaskTenant),
            entry("autotask/project-plan", LargeInputs::autotaskForm),
            entry("autotask/project-choices", LargeLists::autotaskChoices),
            entry("connectwise/project-choices", LargeLists::connectWiseChoices),
            entry("autotask/diagnosis", LargeInputs::refusal),
            entry("connectwise/opportunities", LargeInputs::connectWiseOpportunities),
            entry("connectwise/opportunity-names", LargeLists::tables),
            entry("connectwise/opportunity-query", LargeLists::ids),
            entry("connectwise/callbacks", LargeLists::callbackPages),
            entry("connectwise/companies", LargeLists::companyPages),
            entry("connectwise/company-list", LargeLists::companyRows),
            entry("connectwise/board", LargeLists::connectWiseTenant),
            entry("connectwise/tenant", LargeLists::connectWiseTenant),
            entry("connectwise/project-plan", LargeInputs::connectWiseForm),
            entry("connectwise/diagnosis", LargeInputs::refusal),
            entry("autotask/drift", LargeDrift::autotask),
            entry("connectwise/drift", LargeDrift::connectWise),
            entry("scopestack/drift", LargeDrift::scopeStack));

    private final ObjectMapper json = new ObjectMapper();
    private final Mappings mappings = new Mappings("file:mappings", json);

    @TestFactory
    Stream<DynamicTest> timeGrowsWithTheInputAndNotFaster() {
        return INPUTS.keySet().stream().sorted().map(name -> DynamicTest.dynamicTest(name, () -> {
            String once = json.writeValueAsString(INPUTS.get(name).apply(60));
            String twice = json.writeValueAsString(INPUTS.get(name).apply(120));
            long first = Long.MAX_VALUE;
            long second = Long.MAX_VALUE;
            // Each is measured by its best round, in turns; what truly grows with the square stays at four in any number of rounds.
            // What takes long is measured well enough by its second round.
            for (int round = 0; round < 2 || round < FEWEST_ROUNDS && second < LONG || round < MOST_ROUNDS && second >= 3 * first; round++) {
                first = Math.min(first, nanos(name, once));
                second = Math.min(second, nanos(name, twice));
            }
            assertThat((double) second / first).as("%s: %d ms, twice the input %d ms", name, first / 1_000_000, second / 1_000_000)
                    .isLessThan(3);
        }));
    }

    @Test
    void everyMappingWithAListIsMeasured() {
        assertThat(mappings.names()).filteredOn(name -> !WITHOUT_LISTS.contains(name)).containsExactlyInAnyOrderElementsOf(INPUTS.keySet());
    }

    private long nanos(String name, String payload) {
        // Of this thread, so that other work of the machine does not count.
        long start = CLOCK.getCurrentThreadCpuTime();
        mappings.apply(name, payload);
        return CLOCK.getCurrentThreadCpuTime() - start;
    }
}
