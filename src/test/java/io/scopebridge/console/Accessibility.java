package io.scopebridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriver;

/** What axe finds on a page, but for what the console itself draws around it. */
final class Accessibility {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Selectors of what Hawtio draws, and what is wrong with it. */
    private static final Map<String, String> OF_HAWTIO = Map.of(
        "header .pf-v6-c-menu-toggle.pf-m-plain", "the menu with About has no name",
        ".pf-v6-c-alert-group.pf-m-toast", "the titles of passing messages are headings of level 4");

    private Accessibility() {
    }

    static void check(WebDriver driver, String page) {
        AxeBuilder axe = new AxeBuilder().withTags(TAGS);
        OF_HAWTIO.keySet().forEach(axe::exclude);
        // Otherwise it opens a second window for pages with frames, of which there are none.
        axe.setLegacyMode(true);
        assertThat(axe.analyze(driver).getViolations().stream().flatMap(Accessibility::lines).toList()).as("violations on " + page).isEmpty();
    }

    private static Stream<String> lines(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + " at " + ((CheckedNode) node).getTarget() + ": " + rule.getHelp() + "; " + node.getHtml());
    }
}
