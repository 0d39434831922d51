package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project is linked to is read, or the project is refused with the ids: it is never left out in silence. */
@Fast
class LinkedRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings("file:mappings", JSON);

    private final ObjectNode input = input();

    @Test
    void whatIsIncludedIsNotReadAgain() {
        assertThat(unread()).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @Test
    void whatIsMissingAmongTheIncludedIsReadByItself() {
        for (JsonNode page : input.path("services")) ((ObjectNode) page).remove("included");
        ((ObjectNode) input.path("project")).putNull("included");
        ((ArrayNode) input.at("/resources/0/data")).removeAll();

        assertThat(unread()).containsExactlyInAnyOrder("/crm-opportunities/3001", "/project-subservices/725001", "/project-subservices/725002", "/project-subservices/725003",
            "/project-resources/740001");
        assertThat(problems()).containsExactlyInAnyOrder(
            "Project 'Firewall refresh' (id 90001): ScopeStack does not show the opportunity 3001, which it is linked to.",
            "Service 'Design' (id 720002): ScopeStack does not show the sub-services 725002, 725001, 725003, which it is linked to.");
    }

    @Test
    void whatWasReadByItselfCountsAsIfItHadBeenIncluded() {
        JsonNode whole = bundle();
        ArrayNode linked = input.putArray("linked");
        for (JsonNode page : input.path("services")) {
            page.path("included").forEach(row -> linked.addObject().putNull("of").putArray("data").add(row));
            ((ObjectNode) page).remove("included");
        }
        input.at("/project/included").forEach(row -> linked.addObject().putNull("of").putArray("data").add(row));
        ((ObjectNode) input.path("project")).remove("included");

        assertThat(bundle()).isEqualTo(whole);
    }

    @Test
    void aLinkThatWasNotLoadedIsReadAsAList() {
        JsonNode whole = bundle();
        ObjectNode service = (ObjectNode) input.at("/services/0/data/1");
        ((ObjectNode) service.at("/relationships/project-subservices")).remove("data");
        ((ObjectNode) input.at("/project/data/relationships/crm-opportunity")).remove("data");
        assertThat(unread()).containsExactlyInAnyOrder("/projects/90001/crm-opportunity", "/project-services/720002/project-subservices");

        ObjectNode list = input.putArray("linked").addObject().put("of", "project-services/720002");
        input.at("/services/0/included").forEach(list.withArray("data")::add);
        input.withArray("/linked").addObject().putNull("of").putArray("data").add(input.at("/project/included/1"));
        assertThat(bundle()).isEqualTo(whole);
    }

    @Test
    void aLinkToOneThatWasNotLoadedIsReadToo() {
        ((ObjectNode) input.at("/governances/0/data/0/relationships")).putObject("project-resource").putNull("data");
        JsonNode whole = bundle();
        assertThat(whole.at("/governance").toString()).contains("\"phaseId\":\"710001\"");
        ArrayNode linked = input.putArray("linked");
        unload("/services/0/data/1", "project-phase", linked, "/phases/0/data/1");
        unload("/governances/0/data/0", "project-phase", linked, "/phases/0/data/1");
        unload("/governances/0/data/1", "project-resource", linked, "/resources/0/data/0");
        ((ObjectNode) input.at("/project/data/relationships")).putObject("project-products").putObject("links");

        assertThat(unread()).containsExactlyInAnyOrder("/projects/90001/project-products", "/project-services/720002/project-phase",
            "/project-governances/730002/project-phase", "/project-governances/730001/project-resource");
        assertThat(bundle()).isEqualTo(whole);
    }

    @Test
    void recordsOfAnotherProjectAreRefused() {
        for (String list : List.of("phases", "services", "governances"))
            ((ObjectNode) input.at("/" + list + "/0/data/1/relationships")).putObject("project").putObject("data").put("type", "projects").put("id", "90002");

        assertThat(problems()).hasSize(3).allSatisfy(problem -> assertThat(problem).contains("of the project 90001 holds", "of the project 90002"));
    }

    private void unload(String row, String name, ArrayNode linked, String shown) {
        ObjectNode relationships = (ObjectNode) input.at(row + "/relationships");
        relationships.putObject(name).putObject("links");
        linked.addObject().put("of", input.at(row + "/type").asText() + "/" + input.at(row + "/id").asText() + "/" + name).putArray("data").add(input.at(shown));
    }

    @Test
    void aResourceThatIsNotShownMakesNoRevenueOfZero() {
        ((ArrayNode) input.at("/resources/0/data")).removeAll();
        JsonNode bundle = bundle();

        assertThat(bundle.path("problems")).as("a push needs no rates").isEmpty();
        ObjectNode payload = JSON.createObjectNode();
        payload.set("bundle", bundle);
        payload.putObject("connection").putObject("settings");
        assertThat(JSON.<JsonNode>valueToTree(MAPPINGS.apply("scopestack/revenue", payload)).at("/problems/0/cause").asText())
            .contains("Governance 'Project management' (id 730001)", "project-resource");
    }

    private List<String> unread() {
        List<String> paths = new ArrayList<>();
        JSON.<JsonNode>valueToTree(MAPPINGS.apply("scopestack/unread-links", input)).forEach(wanted -> paths.add(wanted.path("path").asText()));
        return paths;
    }

    private List<String> problems() {
        List<String> causes = new ArrayList<>();
        bundle().path("problems").forEach(problem -> causes.add(problem.path("cause").asText()));
        return causes;
    }

    private JsonNode bundle() {
        return JSON.valueToTree(MAPPINGS.apply("scopestack/bundle", input));
    }

    private static ObjectNode input() {
        try {
            return (ObjectNode) JSON.readTree(Path.of("mappings/scopestack/examples/bundle.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
