package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.util.List;

/** The phases of a project as its work plan shows them. */
final class Workplan {

    private static final List<String> SHOWN = List.of("id", "projectId", "description", "wbsCode", "notes", "status", "parentPhase",
        "markAsMilestoneFlag", "budgetHours", "actualHours", "startDate", "endDate");

    private Workplan() {
    }

    static ObjectNode of(Records records, long projectId) {
        ObjectNode plan = Errors.object().put("projectId", projectId);
        ArrayNode phases = plan.putArray("phases");
        records.stream("phases").filter(phase -> phase.path("projectId").asLong() == projectId)
            .forEach(phase -> phases.add(phase.deepCopy().retain(SHOWN)));
        return plan;
    }
}
