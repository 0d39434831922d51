package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.Request;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Carries out creates and updates, or refuses them with everything that is wrong. */
class Writes {

    private final Records records;
    private final Rights rights;
    private final Set<String> alsoRequired;
    private final References references;
    private final Clock clock;
    private final Map<String, Rules> rules;

    Writes(Records records, Rights rights, Picklists picklists, Set<String> alsoRequired, Clock clock) {
        this.alsoRequired = alsoRequired;
        this.records = records;
        this.rights = rights;
        this.references = new References(records, picklists);
        this.clock = clock;
        this.rules = Map.of("Opportunities", new OpportunityRules(records), "Projects", new ProjectRules(records, this::now),
            "Phases", new PhaseRules(records), "Tasks", new TaskRules(records, this::now));
    }

    /** The time that is written into records. */
    String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    Answer create(Entity entity, Long parentId, Request request) {
        rights.require(entity, Right.CREATE);
        ObjectNode sent = Body.object(request);
        synchronized (records) {
            long id = records.nextId(entity.name(), entity.firstId());
            Change change = new Change(entity, null, PracticeAutotask.json(), names(sent), new ArrayList<>());
            if (Body.get(sent, "id").asLong() != 0) change.refuse("The id of a new " + entity.singular() + " cannot be set.");
            take(change, sent, parentId);
            change.after().put("id", id);
            return hold(change, id);
        }
    }

    Answer patch(Entity entity, Long parentId, Request request) {
        rights.require(entity, Right.UPDATE);
        ObjectNode sent = Body.object(request);
        JsonNode id = Body.get(sent, "id");
        if (!id.isIntegralNumber()) throw Errors.refused("The id of the " + entity.singular() + " is missing.");
        synchronized (records) {
            ObjectNode before = records.find(entity.name(), id.asLong())
                .filter(record -> parentId == null || record.path(entity.parentField()).asLong() == parentId)
                .orElseThrow(() -> Errors.refused("No matching records found."));
            Change change = new Change(entity, before, before.deepCopy(), names(sent), new ArrayList<>());
            take(change, sent, parentId);
            return hold(change, id.asLong());
        }
    }

    private static TreeSet<String> names(ObjectNode sent) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sent.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void take(Change change, ObjectNode sent, Long parentId) {
        Entity entity = change.entity();
        if (parentId != null) checkParent(change, Body.get(sent, entity.parentField()), parentId);
        sent.fields().forEachRemaining(property -> entity.field(property.getKey())
            .filter(field -> !field.name().equals("id")).ifPresent(field -> take(change, field, property.getValue())));
        if (change.problems().isEmpty()) entity.fields().forEach(field -> checkHeld(change, field));
        if (change.problems().isEmpty()) rules.getOrDefault(entity.name(), Rules.NONE).apply(change);
        if (!change.problems().isEmpty()) throw Errors.refused(List.copyOf(change.problems()));
    }

    private void checkHeld(Change change, Field field) {
        if ((field.required() || change.create() && alsoRequired.contains(change.entity().name() + "." + field.name())) && !change.has(field.name())) {
            boolean choice = field.picklist() || field.reference() != null;
            change.refuse(choice ? Errors.noValue(field.name()) : "Missing Required Field: " + field.name() + ".");
        } else if (change.changed(field.name())) references.check(change, field);
    }

    private void checkParent(Change change, JsonNode named, long parentId) {
        Entity entity = change.entity();
        if (!records.has(entity.parent(), parentId)) change.refuse(Errors.noValue(entity.parentField()));
        else if (named.isIntegralNumber() && named.asLong() != parentId) {
            change.refuse("The " + entity.parentField() + " " + named + " is not the parent " + parentId + " of the URL.");
        }
    }

    private void take(Change change, Field field, JsonNode value) {
        if (value.isNull()) {
            if (!field.readOnly()) change.after().remove(field.name());
            return;
        }
        if (field.readOnly()) {
            change.refuse("The field " + field.name() + " is read-only and cannot be set.");
            return;
        }
        if (field.type() == FieldType.UDFS) {
            UserDefinedFields.merge(change, value);
            return;
        }
        JsonNode read = FieldValues.read(field, value, change.problems());
        if (read == null) return;
        change.after().set(field.name(), read);
        if (field.createOnly() && !change.create() && change.changed(field.name())) {
            change.refuse("The field " + field.name() + " cannot be changed.");
        }
    }

    private Answer hold(Change change, long id) {
        stamp(change);
        records.put(change.entity().name(), id, change.after());
        rules.getOrDefault(change.entity().name(), Rules.NONE).after(change);
        return Answer.of(200, Map.of("itemId", id));
    }

    private void stamp(Change change) {
        Entity entity = change.entity();
        for (String name : List.of("lastActivity", "lastActivityDate", "lastActivityDateTime", "lastModifiedDate",
            "lastTrackedModifiedDateTime")) {
            if (entity.has(name)) change.after().put(name, now());
        }
        if (!change.create()) return;
        for (String name : List.of("createDate", "createDateTime")) {
            if (entity.has(name) && !change.has(name)) change.after().put(name, now());
        }
        if (entity.has("creatorResourceID")) change.after().put("creatorResourceID", PeopleFixture.API_USER);
    }
}
