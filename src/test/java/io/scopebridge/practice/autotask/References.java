package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;

/** Checks that picklist values and referenced records exist and are active. */
class References {

    private static final int API_LICENCE = 7;

    private final Records records;
    private final Picklists picklists;

    References(Records records, Picklists picklists) {
        this.records = records;
        this.picklists = picklists;
    }

    /** References to entities that the practice server does not hold are taken as they are. */
    void check(Change change, Field field) {
        if (!change.has(field.name()) || field.readOnly()) return;
        JsonNode value = change.after().get(field.name());
        if (field.picklist()) {
            if (!picklists.takes(change.entity(), field, value)) change.refuse(Errors.noValue(field.name()));
        } else if (field.reference() != null) {
            Entities.find(field.reference()).ifPresent(target -> checkRecord(change, field, target, value.asLong()));
        }
    }

    private void checkRecord(Change change, Field field, Entity target, long id) {
        ObjectNode record = records.find(target.name(), id).orElse(null);
        if (record == null) change.refuse(Errors.noValue(field.name()));
        else if (!active(record) || record.path("licenseType").asInt() == API_LICENCE) {
            change.refuse(Errors.badReference(field.name(), target.singular()));
        }
    }

    private static boolean active(ObjectNode record) {
        JsonNode active = record.path("isActive");
        return active.isMissingNode() || active.isNull() || active.asBoolean();
    }
}
