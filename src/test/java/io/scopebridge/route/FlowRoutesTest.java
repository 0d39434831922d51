package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Refusal;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.group.StartsHub;
import io.scopebridge.plan.execution.PlanResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Variable;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.MockEndpointsAndSkip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Which way flows take: their route files and mappings, with the systems and the plan executor left out. Takes seconds. */
@StartsHub
@CamelSpringBootTest
@SpringBootTest(classes = FlowRoutesTest.Parts.class, webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
    "camel.main.routes-include-pattern=file:routes/flows/push-project.camel.yaml,file:routes/flows/project-plan.camel.yaml,file:routes/flows/linked-opportunity.camel.yaml,"
        + "file:routes/flows/sync-revenue.camel.yaml,file:routes/flows/create-sales-order.camel.yaml,file:routes/hub/failures.camel.yaml",
    "camel.main.name=flows", "spring.config.name=none", "spring.jmx.enabled=false", "camel.main.jmx-enabled=false", "scopebridge.mappings=file:mappings", "scopebridge.mapping-timeout=5m"})
@MockEndpointsAndSkip("direct:scopestack-bundle|direct:read-linked-opportunity|direct:autotask-.*|mapping:.*/project-plan.*")
class FlowRoutesTest {

    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @ComponentScan("io.scopebridge.mapping")
    @Import(Refusal.class)
    static class Parts {

        @Bean
        Carried plans() {
            return new Carried();
        }

        @Bean
        Told projectWatch() {
            return new Told();
        }

        @Bean
        Owners crmRecords() {
            return new Owners();
        }

        @Bean
        Reading refreshes() {
            return new Reading();
        }

        @Bean
        Features features() {
            return new Features();
        }

        @Bean
        Options pushOptions() {
            return new Options();
        }

        @Bean
        Confirmed pushPreviews() {
            return new Confirmed();
        }

        @Bean
        Marks sourceProjects() {
            return new Marks();
        }
    }

    /** Stands where plans are carried out. */
    public static class Carried {
        private final List<Object> plans = new ArrayList<>();
        private int failing;

        public PlanResult carryOut(@Body Object plan) {
            plans.add(plan);
            return result();
        }

        public void possible(Object made) {
            assertThat(made).isNotNull();
        }

        public PlanResult carryOutArchived(@Variable("planId") Long plan) {
            plans.add("plan " + plan);
            return result();
        }

        private PlanResult result() {
            return new PlanResult(1, 0, 0, failing, 0, 0, List.of(), List.of(), List.of(), null, Map.of());
        }
    }

    /** Stands where a project is noted as pushed. */
    public static class Told {
        private final List<String> pushed = new ArrayList<>();

        public void pushed(Connection connection, String project, String updatedAt) {
            pushed.add(project + "@" + updatedAt);
        }
    }

    /** Stands where it is known whose an opportunity is, by its id here. */
    public static class Owners {
        public Map<String, Object> owner(Connection connection, Map<String, Object> opportunity) {
            if (opportunity == null) return Map.of("state", "NONE");
            Object id = opportunity.get("opportunityId");
            if (id.equals("theirs")) return Map.of("state", "OTHERS", "connection", "Other");
            return id.equals("unknown") ? Map.of("state", "UNKNOWN") : Map.of("state", "OURS", "opportunityId", id);
        }
    }

    public static class Reading {
        public boolean reads(Connection connection) {
            return true;
        }
    }

    public static class Features {
        public void require(Connection connection, String feature) {
            assertThat(feature).isEqualTo("PSA");
        }
    }

    public static class Options {
        public Map<String, Object> complete(Connection connection, Map<String, Object> given) {
            return given;
        }
    }

    public static class Marks {
        public String mark(Object bundle) {
            return "mark";
        }
    }

    public static class Confirmed {
        public Map<String, Object> confirmed(Connection connection, String subject, long preview) {
            return Map.of("planId", preview + 100, "bundle", bundle("approved", "5531"));
        }
    }

    @Autowired
    private CamelContext camel;
    @Autowired
    private ProducerTemplate template;
    @Autowired
    private Carried carried;
    @Autowired
    private Told told;

    @BeforeEach
    void nothingCarriedOutYet() {
        MockEndpoint.resetMocks(camel);
        carried.plans.clear();
        carried.failing = 0;
        told.pushed.clear();
        answers("direct:autotask-tenant", "the tenant");
        answers("mapping:autotask/project-plan", "a plan");
        answers("direct:autotask-revenue", "a plan of revenue");
        answers("direct:autotask-sales-order", "a plan of a sales order");
    }

    @Test
    void anApprovedProjectIsPlannedFromItsBundleAndTheTenant() throws Exception {
        answers("direct:scopestack-bundle", bundle("approved", "5531"));
        mock("direct:autotask-tenant").expectedMessageCount(1);

        Exchange done = run("push-project", Map.of("project", "90001", "options", Map.of()));

        assertThat(done.getException()).isNull();
        mock("direct:autotask-tenant").assertIsSatisfied();
        assertThat(carried.plans).containsExactly("a plan");
        assertThat(told.pushed).containsExactly("90001@2026-01-01T00:00:00Z");
    }

    @Test
    void aProjectThatIsNotApprovedBecomesAPlanWithTheProblemAndTheTenantIsNotAsked() throws Exception {
        answers("direct:scopestack-bundle", bundle("building", "5531"));
        mock("direct:autotask-tenant").expectedMessageCount(0);

        run("push-project", Map.of("project", "90001", "options", Map.of()));

        mock("direct:autotask-tenant").assertIsSatisfied();
        assertThat(carried.plans).singleElement().satisfies(plan -> assertThat(plan.toString()).contains("problems").contains("in status building"));
    }

    @Test
    void aConfirmedPreviewIsCarriedOutAsItStands() throws Exception {
        mock("direct:scopestack-bundle").expectedMessageCount(0);
        mock("direct:autotask-tenant").expectedMessageCount(0);

        run("push-project", Map.of("project", "90001", "preview", 7));

        MockEndpoint.assertIsSatisfied(mock("direct:scopestack-bundle"), mock("direct:autotask-tenant"));
        assertThat(carried.plans).containsExactly("plan 107");
        assertThat(told.pushed).hasSize(1);
    }

    @Test
    void aProjectWithAFailedStepIsNotNotedAsPushed() {
        answers("direct:scopestack-bundle", bundle("approved", "5531"));
        carried.failing = 1;

        run("push-project", Map.of("project", "90001", "options", Map.of()));

        assertThat(carried.plans).hasSize(1);
        assertThat(told.pushed).isEmpty();
    }

    @Test
    void revenueThatSomebodyAskedForIsRefusedInWordsAndWhatAStageAskedForIsLeft() {
        answers("direct:scopestack-bundle", bundle("approved", null));

        assertThat(run("sync-revenue", Map.of("project", "90001", "asked", true)).getException()).isInstanceOf(RemoteFailure.class).hasMessageContaining("not linked to an opportunity");
        assertThat(run("sync-revenue", Map.of("project", "90001")).getException()).isNull();
        assertThat(carried.plans).isEmpty();
    }

    @Test
    void aStageBelowApprovalWritesRevenueUnlessAPersonAsks() {
        answers("direct:scopestack-bundle", bundle("building", "5531"));

        assertThat(run("sync-revenue", Map.of("project", "90001", "asked", true)).getException()).hasMessageContaining("in status building");
        assertThat(carried.plans).isEmpty();
        assertThat(run("sync-revenue", Map.of("project", "90001")).getException()).isNull();
        assertThat(carried.plans).containsExactly("a plan of revenue");
    }

    @Test
    void anOpportunityThatIsNoneOfThePsaIsRefusedHoweverRevenueIsAskedFor() {
        answers("direct:scopestack-bundle", bundle("approved", "../1"));

        assertThat(run("sync-revenue", Map.of("project", "90001")).getException()).hasMessageContaining("not from the PSA");
        assertThat(run("create-sales-order", Map.of("project", "90001")).getException()).hasMessageContaining("not from the PSA");
        assertThat(carried.plans).isEmpty();
    }

    @Test
    void anOpportunityOfAnotherConnectionIsLeftToItUnlessAPersonAsks() {
        answers("direct:scopestack-bundle", bundle("approved", "theirs"));

        assertThat(run("sync-revenue", Map.of("project", "90001")).getException()).isNull();
        for (String flow : List.of("sync-revenue", "create-sales-order")) {
            assertThat(run(flow, Map.of("project", "90001", "asked", true)).getException()).as(flow).hasMessageContaining("which the connection 'Other' published for another tenant");
        }
        assertThat(carried.plans).isEmpty();
        run("push-project", Map.of("project", "90001", "options", Map.of()));
        assertThat(carried.plans).singleElement().satisfies(plan -> assertThat(plan.toString()).contains("problems", "another tenant"));
    }

    @Test
    void anOpportunityThatNobodyKnowsIsReadFromThePsaAndThenRefused() throws Exception {
        answers("direct:scopestack-bundle", bundle("approved", "unknown"));
        mock("direct:read-linked-opportunity").expectedMessageCount(1);

        assertThat(run("sync-revenue", Map.of("project", "90001")).getException()).hasMessageContaining("this hub did not publish");

        mock("direct:read-linked-opportunity").assertIsSatisfied();
        assertThat(carried.plans).isEmpty();
    }

    @Test
    void aSalesOrderIsMadeOfAnApprovedProject() {
        answers("direct:scopestack-bundle", bundle("won", "5531"));

        assertThat(run("create-sales-order", Map.of("project", "90001")).getException()).isNull();
        assertThat(carried.plans).containsExactly("a plan of a sales order");
    }

    private Exchange run(String flow, Map<String, Object> payload) {
        return template.request("direct:" + flow, exchange -> {
            exchange.setVariable("connection", new Connection("a", "A", "autotask", true, new ObjectMapper().readTree("{\"settings\":{}}"), Map.of()));
            exchange.setVariable("subject", "project:90001");
            exchange.getMessage().setBody(payload);
        });
    }

    private void answers(String endpoint, Object body) {
        mock(endpoint).whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody(body));
    }

    private MockEndpoint mock(String endpoint) {
        return camel.getEndpoint("mock:" + endpoint, MockEndpoint.class);
    }

    private static Map<String, Object> bundle(String status, String opportunity) {
        Map<String, Object> bundle = new HashMap<>();
        bundle.put("project", Map.of("id", "90001", "name", "Firewall refresh", "status", status, "updatedAt", "2026-01-01T00:00:00Z", "contractRevenue", 0));
        bundle.put("opportunity", opportunity == null ? null : Map.of("id", "3001", "opportunityId", opportunity));
        List.of("services", "governance", "products").forEach(rows -> bundle.put(rows, List.of()));
        return bundle;
    }
}
