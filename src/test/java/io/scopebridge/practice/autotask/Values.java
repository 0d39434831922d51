package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads records as the API shows them, roll-ups included. Lives for one request, which sums the tasks at most once. */
class Values {

    private static final class Sum {
        private BigDecimal hours = BigDecimal.ZERO;
        private int tasks;
        private int completed;
    }

    private final Records records;
    private Map<String, Sum> sums;

    Values(Records records) {
        this.records = records;
    }

    /** The record with every field of the entity, null where it has no value, or with the given ones only. */
    ObjectNode shown(Entity entity, ObjectNode record, Collection<Field> only) {
        ObjectNode shown = PracticeAutotask.json();
        for (Field field : only == null ? entity.fields() : only) shown.set(field.name(), of(entity, record, field));
        return shown;
    }

    JsonNode of(Entity entity, ObjectNode record, Field field) {
        if (field.type() == FieldType.UDFS) return udfs(entity, record);
        JsonNode rolledUp = switch (entity.name()) {
            case "Projects" -> ofProject(record, field.name());
            case "Phases" -> ofPhase(record, field.name());
            default -> null;
        };
        JsonNode value = rolledUp == null ? record.get(field.name()) : rolledUp;
        return value == null ? NullNode.instance : value;
    }

    /** The value of a user-defined field, or null. */
    JsonNode udf(ObjectNode record, String name) {
        for (JsonNode udf : record.path("userDefinedFields")) {
            if (udf.path("name").asText().equalsIgnoreCase(name)) return udf.path("value");
        }
        return null;
    }

    private ArrayNode udfs(Entity entity, ObjectNode record) {
        ArrayNode udfs = PracticeAutotask.json().putArray("userDefinedFields");
        for (String name : entity.udfs()) {
            JsonNode value = udf(record, name);
            udfs.addObject().put("name", name).set("value", value == null ? NullNode.instance : value);
        }
        return udfs;
    }

    private JsonNode ofProject(ObjectNode project, String field) {
        return switch (field) {
            case "estimatedTime" -> DecimalNode.valueOf(sum("project", project).hours);
            case "completedPercentage" -> {
                Sum sum = sum("project", project);
                yield IntNode.valueOf(sum.tasks == 0 ? 0 : 100 * sum.completed / sum.tasks);
            }
            case "duration" -> project.hasNonNull("startDateTime") && project.hasNonNull("endDateTime")
                ? IntNode.valueOf((int) ChronoUnit.DAYS.between(Instant.parse(project.get("startDateTime").asText()),
                    Instant.parse(project.get("endDateTime").asText())) + 1)
                : null;
            default -> null;
        };
    }

    private JsonNode ofPhase(ObjectNode phase, String field) {
        return switch (field) {
            case "estimatedHours" -> DecimalNode.valueOf(sum("phase", phase).hours);
            case "isScheduled" -> BooleanNode.valueOf(phase.hasNonNull("startDate") && phase.hasNonNull("dueDate"));
            default -> null;
        };
    }

    private Sum sum(String kind, ObjectNode record) {
        if (sums == null) {
            sums = new HashMap<>();
            records.stream("Tasks").forEach(task -> {
                add("project" + task.path("projectID").asLong(), task);
                if (task.hasNonNull("phaseID")) add("phase" + task.get("phaseID").asLong(), task);
            });
        }
        return sums.getOrDefault(kind + record.path("id").asLong(), new Sum());
    }

    private void add(String key, ObjectNode task) {
        Sum sum = sums.computeIfAbsent(key, k -> new Sum());
        sum.hours = sum.hours.add(task.path("estimatedHours").decimalValue());
        sum.tasks++;
        if (task.path("status").asInt() == 5) sum.completed++;
    }
}
