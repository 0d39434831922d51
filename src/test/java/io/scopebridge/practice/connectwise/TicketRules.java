package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;

class TicketRules implements Rules {

    private final Records records;

    TicketRules(Records records) {
        this.records = records;
    }

    @Override
    public void create(ObjectNode record, Problems problems) {
        ObjectNode phase = records.find("phases", record.path("phase").path("id").asLong()).orElseGet(Errors::object);
        long projectId = phase.path("projectId").asLong();
        ObjectNode project = records.find("projects", projectId).orElseGet(Errors::object);
        if (project.path("closedFlag").asBoolean()) problems.invalid("project/id", "Project " + projectId + " is closed.");
        if (!record.hasNonNull("project")) record.set("project", References.shown("projects", project));
        Defaults.copy(project, record, "board", "company", "contact", "site", "opportunity", "location", "department");
        long board = record.path("board").path("id").asLong();
        Defaults.status(record, records, "boardStatuses",
            status -> status.path("defaultFlag").asBoolean() && status.path("board").path("id").asLong() == board);
        Defaults.reference(record, records, "priority", "priorities", 8);
        Defaults.billing(record);
        if (!record.has("isIssueFlag")) record.put("isIssueFlag", false);
        record.put("actualHours", 0.0);
        // Whether the real system creates tasks that come inside a ticket is not known; this one does not.
        record.remove("tasks");
    }

    @Override
    public void check(ObjectNode record, Problems problems) {
        long project = record.path("project").path("id").asLong();
        long phase = record.path("phase").path("id").asLong();
        boolean inProject = records.find("phases", phase).filter(found -> found.path("projectId").asLong() == project).isPresent();
        if (!inProject) problems.notFound("phase/id", "Phase " + phase + " not found for Project " + project);
        long board = record.path("board").path("id").asLong();
        if (!Defaults.projectBoard(records, board)) problems.notFound("board/id", "Project Board " + board + " not found");
        long statusId = record.path("status").path("id").asLong();
        ObjectNode status = records.find("boardStatuses", statusId)
            .filter(found -> found.path("board").path("id").asLong() == board && !found.path("inactive").asBoolean()).orElse(null);
        if (status == null) problems.notFound("status/id", "Service Status " + statusId + " not found for Service Board " + board);
        else record.put("closedFlag", status.path("closedStatus").asBoolean());
        if (!record.hasNonNull("predecessorId")) return;
        String type = record.path("predecessorType").asText("Ticket").equals("Phase") ? "phases" : "tickets";
        if (!records.has(type, record.get("predecessorId").asLong())) {
            problems.notFound("predecessorId", "Predecessor " + record.get("predecessorId") + " not found");
        }
    }
}
