package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;

class OpportunityRules implements Rules {

    private final Records records;

    OpportunityRules(Records records) {
        this.records = records;
    }

    @Override
    public void create(ObjectNode record, Problems problems) {
        Defaults.status(record, records, "opportunityStatuses", status -> status.path("defaultFlag").asBoolean());
        Defaults.reference(record, records, "stage", "stages", 1);
    }
}
