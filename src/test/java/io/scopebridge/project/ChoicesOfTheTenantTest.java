package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.OnOneHub;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Request;
import io.scopebridge.practice.scopestack.PracticeScopeStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person chose is compared with the tenant as it is at the preview and at the push, however recently the form was read. */
@StartsHub
class ChoicesOfTheTenantTest extends OnOneHub {

    private final List<Runnable> restored = new ArrayList<>();

    @AfterEach
    void theTenantIsAsBefore() {
        restored.forEach(Runnable::run);
        restored.clear();
    }

    /** A record that the form offers is changed as a person would, and changed back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        boards           | 51  | inactiveFlag | true    | {}                                      | board        | Projects
        boards           | 51  | projectFlag  | false   | {"board":51}                            | board        | 51
        boardStatuses    | 613 | inactive     | true    | {"ticketStatus":"In progress"}          | ticketStatus | In progress
        companies        | 250 | deletedFlag  | true    | {}                                      | company      | Northwind Traders
        companies        | 251 | deletedFlag  | true    | {"company":251}                         | company      |
        companies        | 251 | deletedFlag  | true    | {"company":"Contoso Ltd"}               | company      |
        companies        | 251 | name         | Contoso | {"company":"Contoso Ltd"}               | company      |
        projectTemplates | 71  |              |         | {"template":71}                         | template     | 71
        """)
    void whatConnectWiseNoLongerHasIsRefusedAndTakenAgainAtOnce(String type, long id, String field, String value, String options, String problem, String words) throws Exception {
        String connection = bench.connect("connectwise");
        hub.get("/api/connections/" + connection + "/project-options?board=51&company=251");
        change(hub.connectWise, type, id, field, value);

        assertRefused(connection, 95001, options, problem, words == null ? "" : words);
        theTenantIsAsBefore();
        assertPushed(connection, 95001, options);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Companies | isActive    | false            | company | inactive
        Companies | companyName | Northwind Trade  | company | Northwind Traders
        """)
    void whatAutotaskNoLongerHasIsRefusedAndTakenAgainAtOnce(String type, String field, String value, String problem, String words) throws Exception {
        String connection = bench.connect("autotask");
        ObjectNode company = companyByName(type);
        String options = "{}";
        hub.get("/api/connections/" + connection + "/project-options");
        change(hub.autotask, type, company.get("id").asLong(), field, value);

        assertRefused(connection, 90001, options, problem, words);
        restored.remove(restored.size() - 1).run();
        assertPushed(connection, 90001, options);
    }

    /** The hub's own list of companies is a day old. */
    @Test
    void aCompanyThatAutotaskHasSinceTodayIsFoundUnderAnotherSpelling() throws Exception {
        String connection = bench.connect("autotask");
        ObjectNode company = companyByName("Companies");
        change(hub.autotask, "Companies", company.get("id").asLong(), "companyName", "Northwind\u00A0 Traders");

        assertPushed(connection, 90001, "{}");
        assertThat(hub.autotask.projects()).singleElement().satisfies(project -> assertThat(project.path("companyID").asLong()).isEqualTo(company.get("id").asLong()));
    }

    @ParameterizedTest
    @CsvSource({"defaultFlag, false, ticketStatus, default ticket status", "inactive, true, board, no active ticket status"})
    void aBoardThatCannotTakeTicketsIsRefusedBeforeTheProjectExists(String field, boolean value, String problem, String words) throws Exception {
        String connection = bench.connect("connectwise");
        for (int i = 0; i < 5; i++) change(hub.connectWise, "boardStatuses", 51 * 12 + i, field, "" + value);

        assertRefused(connection, 95001, "{}", problem, words);
        assertThat(bench.log(connection)).singleElement().satisfies(entry -> {
            assertThat(entry.path("cause").asText()).contains("'Projects'");
            assertThat(entry.path("remedy").asText()).contains("Service Board");
        });
        theTenantIsAsBefore();
        assertPushed(connection, 95001, "{}");
    }

    @Test
    void aChosenStatusNeedsNoDefault() throws Exception {
        String connection = bench.connect("connectwise");
        for (int i = 0; i < 5; i++) change(hub.connectWise, "boardStatuses", 51 * 12 + i, "defaultFlag", "false");

        assertPushed(connection, 95001, "{\"ticketStatus\":\"In progress\"}");
    }

    @ParameterizedTest
    @CsvSource({"true, is closed", "gone, does not exist"})
    void anExistingProjectIsReadAtThePreview(String how, String words) throws Exception {
        assertPushed(bench.connect("connectwise"), 95001, "{}");
        ObjectNode project = hub.connectWise.projects().get(0);
        long id = project.get("id").asLong();
        String other = bench.connect("connectwise");
        hub.get("/api/connections/" + other + "/project-options?company=250");
        if (how.equals("gone")) hub.connectWise.records().remove("projects", id);
        else hub.connectWise.records().put("projects", id, project.put("closedFlag", true));

        JsonNode preview = preview(other, 95001, "{\"project\":" + id + "}");
        assertThat(preview.path("state").asText()).as(preview.toString()).isEqualTo("REFUSED");
        assertThat(preview.at("/problems/0/field").asText()).isEqualTo("project");
        assertThat(preview.at("/problems/0/cause").asText()).contains(words);
    }

    /** The form looks a choice up again before it refuses it. */
    @Test
    void whatWasJustAddedCanBeChosen() {
        String connection = bench.connect("connectwise");
        hub.get("/api/connections/" + connection + "/project-options?board=51");
        change(hub.connectWise, "boards", 51, "name", "Renamed board");

        assertThat(hub.get("/api/connections/" + connection + "/project-options?board=Renamed%20board").path("fields")).isNotEmpty();
    }

    @Test
    void fieldsThatATenantRequiresAndNothingFillsAreNamedBeforeAndAfter() throws Exception {
        String connection = bench.connect("autotask");
        restored.add(() -> hub.autotask.alsoRequired());
        hub.autotask.alsoRequired("Projects.department", "Tasks.purchaseOrderNumber");

        JsonNode preview = preview(connection, 90001, "{}");
        assertThat(preview.path("state").asText()).isEqualTo("READY");
        assertThat(preview.toString()).contains("requires the field department of Projects", "requires the field purchaseOrderNumber of Tasks");

        assertThat(hub.push(connection, 90001, null).path("state").asText()).isNotEqualTo("DONE");
        assertThat(bench.log(connection)).anySatisfy(entry -> {
            assertThat(entry.path("cause").asText()).contains("Autotask requires department, which nothing fills");
            assertThat(entry.path("field").asText()).isEqualTo("department");
        });
    }

    @Test
    void aCompanyIsFoundByItsNameWithoutTheWholeList() throws Exception {
        String connection = bench.connect("connectwise");
        JsonNode client = companyOf(95001);
        hub.connectWise.forgetReceived();

        preview(connection, 95001, "{\"company\":\"" + client.asText() + "\"}");

        List<Request> asked = Asked.of(hub.connectWise, "GET", ".*/company/companies");
        assertThat(asked).isNotEmpty().allMatch(request -> request.parameter("conditions").orElse("").contains("name contains"));
        hub.connectWise.faults().status("GET", "/company/companies$", 400, "{\"code\":\"InvalidObject\",\"message\":\"conditions is invalid\"}", 1);
        assertPushed(connection, 95001, "{\"company\":\"" + client.asText() + "\"}");
    }

    private static JsonNode companyOf(long project) {
        return hub.scopeStack.projects(PracticeScopeStack.CONNECTWISE_SLUG).stream().filter(row -> row.path("id").asLong() == project).findFirst().orElseThrow().at("/attributes/client-name");
    }

    /** The client's company, of a project that is not linked with an opportunity. */
    private ObjectNode companyByName(String type) {
        String opportunity = hub.scopeStack.crmOpportunities(PracticeScopeStack.AUTOTASK_SLUG).stream().map(row -> row.path("attributes"))
            .filter(row -> row.path("name").asText().equals("Firewall refresh")).findFirst().orElseThrow().path("opportunity-id").asText();
        hub.scopeStack.link(90001, null);
        restored.add(() -> hub.scopeStack.link(90001, opportunity));
        return hub.autotask.records().all(type).stream().filter(row -> row.path("companyName").asText().equals("Northwind Traders")).findFirst().orElseThrow();
    }

    private void change(PracticeServer server, String type, long id, String field, String value) {
        ObjectNode before = server.records().find(type, id).orElseThrow().deepCopy();
        restored.add(() -> server.records().put(type, id, before));
        if (field == null) {
            server.records().remove(type, id);
            return;
        }
        ObjectNode changed = before.deepCopy();
        server.records().put(type, id, value.matches("true|false") ? changed.put(field, Boolean.parseBoolean(value)) : changed.put(field, value));
    }

    private void assertRefused(String connection, long project, String options, String field, String words) throws Exception {
        JsonNode preview = preview(connection, project, options);
        assertThat(preview.path("state").asText()).as(preview.toString()).isEqualTo("REFUSED");
        assertThat(preview.at("/problems/0/field").asText()).isEqualTo(field);
        assertThat(preview.at("/problems/0/cause").asText()).contains(words);
        assertThat(hub.push(connection, project, form(options)).path("state").asText()).isEqualTo("FAILED");
        assertThat(hub.connectWise.projects()).isEmpty();
        assertThat(hub.autotask.projects()).isEmpty();
    }

    private void assertPushed(String connection, long project, String options) throws Exception {
        JsonNode preview = preview(connection, project, options);
        assertThat(preview.path("state").asText()).as(preview.toString()).isEqualTo("READY");
        JsonNode job = hub.push(connection, project, form(options));
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
    }

    private static JsonNode preview(String connection, long project, String options) throws Exception {
        String url = "/api/connections/" + connection + "/projects/" + project + "/psa-project/preview";
        JsonNode asked = new ObjectMapper().readTree(hub.send("POST", url, form(options)).body());
        hub.ended(asked.path("job").asLong());
        return hub.get(url + "/" + asked.path("preview").asLong());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> form(String options) throws Exception {
        Map<String, Object> form = new HashMap<>(Map.of("estimatedStart", "2026-03-01", "estimatedEnd", "2026-04-15"));
        form.putAll(new ObjectMapper().readValue(options, Map.class));
        return form;
    }
}
