package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;

class ForecastRules implements Rules {

    @Override
    public void create(ObjectNode record, Problems problems) {
        if (!record.hasNonNull("quantity")) record.put("quantity", 1.0);
        for (String flag : new String[] {"includeFlag", "recurringFlag", "linkFlag"}) {
            if (!record.hasNonNull(flag)) record.put(flag, false);
        }
    }

    @Override
    public void check(ObjectNode record, Problems problems) {
        record.put("margin", record.path("revenue").asDouble() - record.path("cost").asDouble());
    }
}
