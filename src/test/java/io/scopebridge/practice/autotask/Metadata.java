package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;

import java.util.Set;

/** Describes the entities, their fields and picklists. */
class Metadata {

    private final Rights rights;
    private final Picklists picklists;
    private final Set<String> alsoRequired;

    Metadata(Rights rights, Picklists picklists, Set<String> alsoRequired) {
        this.alsoRequired = alsoRequired;
        this.rights = rights;
        this.picklists = picklists;
    }

    Answer entities() {
        ObjectNode answer = PracticeAutotask.json();
        ArrayNode all = answer.putArray("entityDescriptions");
        Entities.ALL.forEach(entity -> all.addObject().set("info", info(entity)));
        return Answer.of(200, answer);
    }

    Answer entity(Entity entity) {
        return Answer.of(200, PracticeAutotask.json().set("info", info(entity)));
    }

    Answer fields(Entity entity) {
        ObjectNode answer = PracticeAutotask.json();
        ArrayNode fields = answer.putArray("fields");
        entity.fields().stream().filter(field -> field.type() != FieldType.UDFS).forEach(field -> fields.add(field(entity, field)));
        return Answer.of(200, answer);
    }

    Answer userDefinedFields(Entity entity) {
        if (entity.udfs().isEmpty()) throw Errors.framework(404, "The " + entity.singular() + " Entity has no user-defined fields.");
        ObjectNode answer = PracticeAutotask.json();
        ArrayNode fields = answer.putArray("fields");
        for (String name : entity.udfs()) {
            fields.addObject().put("name", name).put("label", name).put("type", "string").put("dataType", "string")
                .put("length", 255).put("description", "").put("isRequired", false).put("isReadOnly", false)
                .put("isQueryable", true).put("isReference", false).put("referenceEntityType", "").put("isPickList", false)
                .putNull("picklistValues").put("picklistParentValueField", "").put("defaultValue", "")
                .put("isSupportedWebhookField", false);
        }
        return Answer.of(200, answer);
    }

    private ObjectNode info(Entity entity) {
        ObjectNode info = PracticeAutotask.json().put("name", entity.singular()).put("canCreate", entity.creatable())
            .put("canDelete", false).put("canQuery", true).put("canUpdate", entity.updatable())
            .put("userAccessForDelete", 0).put("hasUserDefinedFields", !entity.udfs().isEmpty())
            .put("supportsWebhookCallouts", entity.name().equals("Companies") || entity.name().equals("Contacts"));
        for (Right right : Right.values()) info.put(right.property(), rights.access(entity, right));
        return info;
    }

    private ObjectNode field(Entity entity, Field field) {
        ObjectNode described = PracticeAutotask.json().put("name", field.name()).put("dataType", field.type().wireName())
            .put("length", field.length()).put("isRequired", field.required() || alsoRequired.contains(entity.name() + "." + field.name())).put("isReadOnly", field.readOnly())
            .put("isQueryable", field.queryable()).put("isReference", field.reference() != null)
            .put("referenceEntityType", field.reference() == null ? "" : Entities.find(field.reference())
                .map(Entity::singular).orElse(field.reference()))
            .put("isPickList", field.picklist());
        described.set("picklistValues", field.picklist() ? picklists.values(entity.name(), field.name()) : null);
        return described.put("picklistParentValueField", "").put("isSupportedWebhookField", false);
    }
}
