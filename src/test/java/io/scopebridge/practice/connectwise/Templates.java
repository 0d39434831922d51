package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Project templates. Applying one adds its whole plan, each time anew. */
class Templates {

    private static final String ROOT = "/project/projectTemplates";
    private static final String RIGHT = "Project/Project Headers";

    private final Records records;
    private final Resource phases;
    private final Resource tickets;

    Templates(Records records, Resource phases, Resource tickets) {
        this.records = records;
        this.phases = phases;
        this.tickets = tickets;
    }

    void register(Api api) {
        api.on("GET", ROOT + "/" + Api.ID + "/workplan", RIGHT, request -> Answer.of(200, plan(held(request.id(0)))));
        api.on("POST", "/project/projects/" + Api.ID + "/applyTemplate/" + Api.ID, RIGHT, this::apply);
    }

    private Answer apply(Request request) {
        if (Admission.version(request).startsWith("2022.")) throw Errors.refusal(404, "No resource at " + request.path());
        long project = request.id(0);
        if (!records.has("projects", project)) throw Errors.notFound("project", project);
        long template = held(request.id(1));
        Map<Long, Long> created = new HashMap<>();
        for (ObjectNode phase : of("templatePhases", "templateRecId", template)) {
            ObjectNode sent = phase.deepCopy().retain("description", "wbsCode", "notes", "budgetHours");
            sent.put("markAsMilestoneFlag", phase.path("markAsMilestone").asBoolean());
            ObjectNode made = phases.create(sent, Errors.object().put("projectId", project));
            created.put(phase.get("id").asLong(), made.get("id").asLong());
        }
        for (ObjectNode ticket : of("templateTickets", "projectTemplateId", template)) {
            ObjectNode sent = ticket.deepCopy().retain("wbsCode", "budgetHours");
            sent.set("summary", ticket.get("description"));
            sent.putObject("phase").put("id", created.get(ticket.get("projectTemplatePhaseId").asLong()));
            tickets.create(sent, Errors.object());
        }
        return Answer.of(201, Workplan.of(records, project));
    }

    private ObjectNode plan(long template) {
        ObjectNode plan = Errors.object().put("templateId", template);
        ArrayNode all = plan.putArray("phases");
        of("templatePhases", "templateRecId", template).forEach(phase -> all.add(
            phase.deepCopy().retain("id", "description", "wbsCode", "notes").put("templateId", template)));
        return plan;
    }

    private long held(long id) {
        if (!records.has("projectTemplates", id)) throw Errors.notFound("projectTemplate", id);
        return id;
    }

    private List<ObjectNode> of(String type, String parent, long id) {
        return records.stream(type).filter(record -> record.path(parent).asLong() == id).toList();
    }
}
