package io.scopebridge.opportunity;

import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Short pages are read on; what is not known to be a whole list takes nothing away; what is linked and not included is read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class IncompleteListsTest {

    private TestHub hub;
    private Bench bench;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
        bench = new Bench(hub);
    }

    @AfterEach
    void asUsual() {
        hub.autotask.cutTo(null);
        hub.connectWise.largestPage(1000).links(true);
        hub.scopeStack.largestPage(250).counts(true).nextLinks(true).includeIgnored(false).includesRefused().filtersRefused().notIncluded();
        bench.clear();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void pagesOfConnectWiseThatAreShorterThanAskedForAreReadOn() {
        ObjectNode template = hub.connectWise.records().find("projectTemplates", 71).orElseThrow();
        for (long id : List.of(73L, 74L, 75L)) hub.connectWise.records().put("projectTemplates", id, template.deepCopy().put("id", id).put("name", "Template " + id));
        for (boolean links : List.of(true, false)) {
            hub.connectWise.largestPage(2).links(links);
            String connection = bench.connect("connectwise");

            JsonNode job = hub.sync(connection).opportunities();
            assertThat(job.path("state").asText()).as(hub.log(connection).toString()).isEqualTo("DONE");
            assertThat(stored(connection)).isEqualTo(50);

            assertThat(refresh(connection).path("state").asText()).as(hub.log(connection).toString()).isEqualTo("DONE");
            long companies = hub.connectWise.records().all("companies").stream().filter(row -> !row.path("deletedFlag").asBoolean()).count();
            assertThat(companies(connection)).hasSize((int) companies).hasSizeGreaterThan(4);

            for (JsonNode field : hub.get("/api/connections/" + connection + "/project-options?board=Projects").path("fields")) {
                if (field.path("name").asText().equals("ticketStatus")) assertThat(field.path("choices")).hasSizeGreaterThan(2);
                if (field.path("name").asText().equals("template")) assertThat(field.path("choices")).hasSize(5);
                if (field.path("name").asText().equals("company")) assertThat(field.path("choices")).hasSizeGreaterThan(4);
            }
        }
    }

    @Test
    void aListThatIsCutClosesNothingAndIsNamed() {
        String connection = bench.connect("autotask");
        assertThat(hub.sync(connection).opportunities().path("state").asText()).isEqualTo("DONE");
        assertThat(refresh(connection).path("state").asText()).isEqualTo("DONE");
        List<String> companies = companies(connection);
        long open = openInScopeStack();

        hub.autotask.cutTo(49);
        JsonNode job = hub.fullSync(connection, false);
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("FAILED");
        assertThat(open(connection)).singleElement().asString().contains("Only 49 of 50 opportunities were read");
        assertThat(openInScopeStack()).isEqualTo(open);

        hub.autotask.cutTo(2);
        assertThat(refresh(connection).path("state").asText()).isEqualTo("FAILED");
        assertThat(open(connection)).anyMatch(cause -> cause.contains("Only 2 of " + companies.size() + " companies were read"));
        assertThat(companies(connection)).isEqualTo(companies);

        hub.autotask.cutTo(null);
        assertThat(hub.fullSync(connection, false).path("state").asText()).isEqualTo("DONE");
        assertThat(refresh(connection).path("state").asText()).isEqualTo("DONE");
        assertThat(open(connection)).isEmpty();
    }

    @Test
    void aRowWhoseIdCannotBeReadClosesNoneAndTakesNoneOffTheList() {
        String connection = bench.connect("autotask");
        assertThat(hub.sync(connection).opportunities().path("state").asText()).isEqualTo("DONE");
        assertThat(refresh(connection).path("state").asText()).isEqualTo("DONE");
        List<String> companies = companies(connection);
        long open = openInScopeStack();

        for (Map.Entry<String, String> list : Map.of("Opportunities", "/Opportunities/query$", "Companies", "/Companies/query$").entrySet()) {
            ObjectNode page = JsonNodeFactory.instance.objectNode();
            page.putObject("pageDetails").putNull("nextPageUrl");
            hub.autotask.records().all(list.getKey()).stream().filter(row -> row.path("isActive").asBoolean(true)).forEach(row -> page.withArray("items").add(row.deepCopy()));
            ((ObjectNode) page.path("items").get(0)).putNull("id");
            hub.autotask.faults().status("POST", list.getValue(), 200, page.toString(), 1);
        }
        hub.fullSync(connection, false);
        assertThat(openInScopeStack()).isEqualTo(open);
        assertThat(open(connection)).anyMatch(cause -> cause.contains("no id that can be used")).anyMatch(cause -> cause.contains("Only 49 of 50 opportunities were read"));

        bench.clear();
        hub.autotask.faults().status("POST", "/Companies/query$", 200, "{\"items\":[" + "null,".repeat(companies.size() - 1) + "{\"id\":{}}],\"pageDetails\":{\"nextPageUrl\":null}}", 1);
        refresh(connection);
        assertThat(companies(connection)).isEqualTo(companies);
        assertThat(hub.fullSync(connection, false).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void aCompanyThatAutotaskDoesNotReturnIsNamed() {
        ObjectNode company = hub.autotask.records().find("Companies", 175).orElseThrow();
        hub.autotask.records().remove("Companies", 175);
        String connection = bench.connect("autotask");
        try {
            assertThat(hub.sync(connection).opportunities().path("state").asText()).isEqualTo("DONE");
            assertThat(open(connection)).singleElement().asString().contains("the record 175 of companies");
        } finally {
            hub.autotask.records().put("Companies", 175, company);
        }
        assertThat(hub.fullSync(connection, false).path("state").asText()).isEqualTo("DONE");
        assertThat(open(connection)).isEmpty();
    }

    @Test
    void ofTwoCompaniesWithTheNameOfTheClientNoneIsTakenBecauseAnAnswerLacksTheOther() {
        JsonNode client = hub.autotask.records().all("Companies").stream().filter(row -> row.path("companyName").asText().equals(clientOf(90010))).findFirst().orElseThrow();
        hub.autotask.records().put("Companies", 9001, ((ObjectNode) client.deepCopy()).put("id", 9001));
        try {
            String connection = bench.connect("autotask");
            refresh(connection);
            hub.autotask.cutTo(1);

            JsonNode job = hub.push(connection, 90010, Map.of());

            assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("FAILED");
            assertThat(hub.autotask.projects()).isEmpty();
            assertThat(open(connection)).anyMatch(cause -> cause.startsWith("2 companies in Autotask have the name '" + clientOf(90010) + "': "));
        } finally {
            hub.autotask.records().remove("Companies", 9001);
        }
    }

    private String clientOf(long project) {
        JsonNode row = hub.scopeStack.projects(AUTOTASK_SLUG).stream().filter(each -> each.path("id").asLong() == project).findFirst().orElseThrow();
        return row.at("/attributes/client-name").asText();
    }

    @Test
    void aFirstListThatIsCutIsReadAgainByTheNextPoll() {
        hub.autotask.cutTo(4);
        String connection = bench.connect("autotask");
        assertThat(hub.sync(connection).opportunities().path("state").asText()).isEqualTo("FAILED");
        assertThat(stored(connection)).isEqualTo(4);

        hub.autotask.cutTo(null);
        assertThat(hub.sync(connection).opportunities().path("state").asText()).isEqualTo("DONE");
        assertThat(stored(connection)).isEqualTo(50);
    }

    @Test
    void aProjectIsTheSameHoweverScopeStackPagesAndIncludes() {
        List<String> whole = pushed();
        assertThat(whole).hasSizeGreaterThan(5);

        hub.scopeStack.largestPage(2);
        assertThat(pushed()).as("short pages").isEqualTo(whole);
        hub.scopeStack.nextLinks(false);
        assertThat(pushed()).as("without links to the next").isEqualTo(whole);
        hub.scopeStack.counts(false);
        assertThat(pushed()).as("without counts").isEqualTo(whole);
        hub.scopeStack.largestPage(250).counts(true).nextLinks(true).notIncluded("project-subservices", "crm-opportunities", "clients");
        assertThat(pushed()).as("without the included").isEqualTo(whole);
        hub.scopeStack.includeIgnored(true);
        assertThat(pushed()).as("without any include").isEqualTo(whole);
        hub.scopeStack.includeIgnored(false).includesRefused("project-phase", "project-products");
        assertThat(pushed()).as("with includes that are refused").isEqualTo(whole);
    }

    @Test
    void whatScopeStackRefusesIsLeftOutFromThenOn() {
        String connection = bench.connect("connectwise");
        hub.scopeStack.includesRefused("project-phase").filtersRefused("active");
        assertThat(hub.push(connection, 95002, null).path("state").asText()).as(hub.log(connection).toString()).isEqualTo("DONE");
        assertThat(refused()).as("once").isPositive();
        hub.scopeStack.forgetReceived();

        assertThat(hub.push(connection, 95002, null).path("state").asText()).isEqualTo("DONE");
        assertThat(refused()).as("not again").isZero();
        assertThat(Asked.of(hub.scopeStack, "GET", ".*/project-services")).as("the rest is still asked for").allMatch(request -> request.parameter("filter[project]").isPresent());
    }

    private long refused() {
        return hub.scopeStack.received().stream().filter(received -> received.status() == 400).count();
    }

    /** All tickets with phase and hours, and all tasks. */
    private List<String> pushed() {
        bench.clear();
        String connection = bench.connect("connectwise");
        JsonNode job = hub.push(connection, 95002, Map.of("subservices", true, "governance", true));
        assertThat(job.path("state").asText()).as(hub.log(connection).toString()).isEqualTo("DONE");
        Map<Long, String> phases = hub.connectWise.phases().stream().collect(Collectors.toMap(phase -> phase.path("id").asLong(), phase -> phase.path("description").asText()));
        return Stream.concat(hub.connectWise.tickets().stream().map(ticket -> phases.get(ticket.at("/phase/id").asLong()) + ": " + ticket.path("summary").asText() + " " + ticket.path("budgetHours").decimalValue().stripTrailingZeros()),
            hub.connectWise.tasks().stream().map(task -> task.path("notes").asText())).sorted().toList();
    }

    private JsonNode refresh(String connection) {
        return hub.ended(Long.parseLong(hub.send("POST", "/api/connections/" + connection + "/companies/sync", null).body().replaceAll("\\D", "")));
    }

    private List<String> companies(String connection) {
        return StreamSupport.stream(hub.get("/api/connections/" + connection + "/companies?limit=500").path("companies").spliterator(), false).map(row -> row.path("id").asText()).toList();
    }

    private int stored(String connection) {
        return hub.database().sql("select count(*) from opportunity where connection_id = ?").param(connection).query(Integer.class).single();
    }

    private long openInScopeStack() {
        return StreamSupport.stream(List.of(AUTOTASK_SLUG, CONNECTWISE_SLUG).spliterator(), false).flatMap(slug -> hub.scopeStack.crmOpportunities(slug).stream())
            .filter(row -> !row.at("/attributes/is-closed").asBoolean()).count();
    }

    private List<String> open(String connection) {
        return bench.log(connection).stream().filter(entry -> entry.path("state").asText().equals("OPEN")).map(entry -> entry.path("cause").asText()).toList();
    }
}
