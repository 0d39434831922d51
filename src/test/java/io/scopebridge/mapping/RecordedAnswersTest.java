package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Answers that nobody of this project wrote (src/test/resources/recorded): every row is taken, and nothing in it stops a mapping. */
@Fast
class RecordedAnswersTest {

    private final ObjectMapper json = new ObjectMapper();
    private final Mappings mappings = new Mappings("file:mappings", json);

    @Test
    void everyOpportunityOfConnectWiseIsTakenWithItsStatusAndStage() throws IOException {
        JsonNode rows = recorded("connectwise/opportunities");
        JsonNode names = mapped("connectwise/opportunity-names", object().<ObjectNode>set("statuses", recorded("connectwise/opportunity-statuses")).set("stages", recorded("connectwise/sales-stages")));
        JsonNode taken = mapped("connectwise/opportunities", object().<ObjectNode>set("names", names).set("rows", rows));

        assertThat(taken).hasSameSizeAs(rows).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(taken.get(i).path("opportunityId").asText()).isEqualTo(rows.get(i).path("id").asText());
            assertThat(taken.get(i).path("name").asText()).isEqualTo(rows.get(i).path("name").asText());
            assertThat(taken.get(i).path("companyName").asText()).isEqualTo(rows.get(i).at("/company/name").asText());
        }
    }

    @Test
    void everyCompanyOfConnectWiseIsListed() throws IOException {
        JsonNode rows = recorded("connectwise/companies");
        JsonNode listed = mapped("connectwise/company-list", object().set("rows", rows));

        assertThat(listed).hasSameSizeAs(rows).isNotEmpty().allSatisfy(company -> assertThat(company.path("name").asText()).isNotBlank());
    }

    /** The recorded statuses do not say which is the default: that is no reason to refuse the board. */
    @Test
    void aBoardWhoseStatusesDoNotNameTheDefaultIsTaken() throws IOException {
        JsonNode boards = recorded("connectwise/boards");
        ObjectNode form = (ObjectNode) json.readTree(Path.of("mappings/connectwise/examples/project-plan.json").toFile());
        form.withObject("/options").put("board", boards.get(0).path("id").asInt()).putNull("ticketStatus");
        ObjectNode read = object().<ObjectNode>set("bundle", form.path("bundle")).<ObjectNode>set("options", form.path("options")).<ObjectNode>set("boards", boards)
            .<ObjectNode>set("board", boards.get(0).path("id")).<ObjectNode>set("companies", recorded("connectwise/companies")).set("ticketStatuses", json.createArrayNode().add(recorded("connectwise/board-statuses")));
        form.withObject("/options").put("company", recorded("connectwise/companies").get(0).path("name").asText());
        form.set("tenant", mapped("connectwise/tenant", read.putNull("existing")));
        JsonNode plan = mapped("connectwise/project-plan", form);

        assertThat(plan.path("problems")).as("%s", plan.path("problems")).isEmpty();
        assertThat(plan.path("steps")).isNotEmpty();
    }

    @Test
    void everyCompanyAndResourceOfAutotaskIsListed() throws IOException {
        for (String entity : new String[] {"companies", "resources"}) {
            JsonNode answer = recorded("autotask/" + entity);
            JsonNode listed = mapped("autotask/" + entity, answer);
            assertThat(listed).as(entity).hasSameSizeAs(answer.path("items")).isNotEmpty();
        }
        assertThat(mapped("autotask/companies", recorded("autotask/empty-page"))).isEmpty();
    }

    @Test
    void thePicklistsOfAutotaskAreRead() throws IOException {
        JsonNode fields = mapped("autotask/picklists", recorded("autotask/project-fields"));
        JsonNode form = mapped("autotask/project-choices", object().<ObjectNode>set("projectFields", fields).set("options", object().put("status", "New")));

        assertThat(form.at("/choices/status")).extracting(choice -> choice.path("name").asText()).contains("New");
        assertThat(form.path("errors")).isEmpty();
    }

    private JsonNode mapped(String mapping, JsonNode input) {
        return json.valueToTree(mappings.apply(mapping, input));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode recorded(String file) throws IOException {
        return json.readTree(Path.of("src/test/resources/recorded", file + ".json").toFile());
    }
}
