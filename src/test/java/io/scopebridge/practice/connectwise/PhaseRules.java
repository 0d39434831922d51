package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;

class PhaseRules implements Rules {

    private final Records records;

    PhaseRules(Records records) {
        this.records = records;
    }

    @Override
    public void create(ObjectNode record, Problems problems) {
        long projectId = record.path("projectId").asLong();
        ObjectNode project = records.find("projects", projectId).orElseThrow(() -> Errors.notFound("project", projectId));
        if (project.path("closedFlag").asBoolean()) problems.invalid("project/id", "Project " + projectId + " is closed.");
        Defaults.copy(project, record, "board", "opportunity", "agreement");
        Defaults.status(record, records, "phaseStatuses", status -> status.path("defaultFlag").asBoolean());
        Defaults.billing(record);
        if (!record.hasNonNull("wbsCode")) record.put("wbsCode", "" + (highest(projectId) + 1));
        record.put("actualHours", 0.0);
    }

    @Override
    public void check(ObjectNode record, Problems problems) {
        long board = record.path("board").path("id").asLong();
        if (!Defaults.projectBoard(records, board)) problems.notFound("board/id", "Project Board " + board + " not found");
        long status = record.path("status").path("id").asLong();
        boolean usable = records.find("phaseStatuses", status)
            .filter(found -> !found.path("inactiveFlag").asBoolean() && associated(found, board)).isPresent();
        if (!usable) problems.notFound("status/id", "Phase Status " + status + " not found for Project Board " + board);
        if (record.path("billSeparatelyFlag").asBoolean() && !record.hasNonNull("billingMethod")) problems.missing("billingMethod");
        JsonNode parent = record.path("parentPhase").path("id");
        if (parent.isMissingNode()) return;
        boolean sibling = records.find("phases", parent.asLong())
            .filter(found ->
                found.path("projectId").asLong() == record.path("projectId").asLong()).isPresent();
        if (!sibling || parent.asLong() == record.path("id").asLong(-1)) {
            problems.notFound("parentPhase/id", "Phase " + parent + " not found for Project " + record.path("projectId"));
        }
    }

    private static boolean associated(JsonNode status, long board) {
        for (JsonNode id : status.path("boardAssociationIds")) if (id.asLong() == board) return true;
        return false;
    }

    private long highest(long projectId) {
        return records.stream("phases").filter(phase -> phase.path("projectId").asLong() == projectId)
            .map(phase -> phase.path("wbsCode").asText().split("\\.")[0]).filter(code -> code.matches("\\d{1,9}"))
            .mapToLong(Long::parseLong).max().orElse(0);
    }
}
