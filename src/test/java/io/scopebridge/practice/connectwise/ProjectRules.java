package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.time.Instant;

class ProjectRules implements Rules {

    private final Records records;

    ProjectRules(Records records) {
        this.records = records;
    }

    @Override
    public void create(ObjectNode record, Problems problems) {
        Defaults.status(record, records, "projectStatuses", status -> status.path("defaultFlag").asBoolean());
        Defaults.billing(record);
        Defaults.set(record, "billingRateType", "WorkRole");
        Defaults.set(record, "budgetAnalysis", "ActualHours");
        Defaults.reference(record, records, "location", "locations", 2);
        Defaults.reference(record, records, "department", "departments", 10);
        record.put("percentComplete", 0.0).put("actualHours", 0.0);
    }

    @Override
    public void check(ObjectNode record, Problems problems) {
        board(record, problems);
        if (Instant.parse(record.path("estimatedEnd").asText()).isBefore(Instant.parse(record.path("estimatedStart").asText()))) {
            problems.invalid("estimatedEnd", "The estimated end must not be before the estimated start.");
        }
        JsonNode site = record.path("site");
        if (site.has("id")) {
            long company = record.path("company").path("id").asLong();
            boolean there = records.find("sites", site.get("id").asLong())
                .filter(found -> found.path("company").path("id").asLong() == company).isPresent();
            if (!there) problems.notFound("site/id", "Site " + site.get("id") + " not found for Company " + company);
        }
        ObjectNode status = records.find("projectStatuses", record.path("status").path("id").asLong()).orElseGet(Errors::object);
        if (status.path("inactiveFlag").asBoolean(true)) {
            problems.notFound("status/id", "Project Status " + record.path("status").path("id") + " not found");
        }
        record.put("closedFlag", status.path("closedFlag").asBoolean());
    }

    private void board(ObjectNode record, Problems problems) {
        long id = record.path("board").path("id").asLong();
        if (!Defaults.projectBoard(records, id)) problems.notFound("board/id", "Project Board " + id + " not found");
    }
}
