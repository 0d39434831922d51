package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the filter of a query. A condition with an unknown operator vanishes without an error, as it does in the real
 * system; it is noted so that a test can tell.
 */
class Filter {

    private static final int MOST_CONDITIONS = 500;

    private final Entity entity;
    private final Values values;
    private final List<String> ignoredOperators;
    private int orConditions;
    private int udfConditions;

    Filter(Entity entity, Values values, List<String> ignoredOperators) {
        this.entity = entity;
        this.values = values;
        this.ignoredOperators = ignoredOperators;
    }

    Predicate<ObjectNode> read(JsonNode filter) {
        if (filter == null || !filter.isArray() || filter.isEmpty()) {
            throw Errors.refused("The query must contain a filter with at least one condition.");
        }
        return all(conditions(filter));
    }

    private List<Predicate<ObjectNode>> conditions(JsonNode items) {
        List<Predicate<ObjectNode>> conditions = new ArrayList<>();
        for (JsonNode item : items) condition(item).ifPresent(conditions::add);
        return conditions;
    }

    private Optional<Predicate<ObjectNode>> condition(JsonNode item) {
        String name = Body.get(item, "op").asText();
        Operator operator = Operator.of(name).orElse(null);
        if (operator == null) {
            ignoredOperators.add(name);
            return Optional.empty();
        }
        if (operator.group()) {
            JsonNode items = Body.get(item, "items");
            if (!items.isArray()) throw Errors.refused("The group '" + name + "' has no items.");
            if (operator == Operator.OR) countOr(items.size());
            List<Predicate<ObjectNode>> members = conditions(items);
            if (members.isEmpty()) return Optional.empty();
            return Optional.of(operator == Operator.AND ? all(members) : any(members));
        }
        return Optional.of(onField(operator, item));
    }

    private Predicate<ObjectNode> onField(Operator operator, JsonNode item) {
        String name = Body.get(item, "field").asText();
        JsonNode value = Body.get(item, "value");
        if (operator.list()) countOr(value.size());
        if (Body.get(item, "udf").asBoolean()) {
            if (++udfConditions > 1) throw Errors.refused("Only one user-defined field can be used in a query.");
            if (entity.udfs().stream().noneMatch(name::equalsIgnoreCase)) throw Errors.unknownField(name, entity);
            return Condition.of(operator, FieldType.STRING, name, record -> values.udf(record, name), value);
        }
        Field field = entity.field(name).orElseThrow(() -> Errors.unknownField(name, entity));
        if (!field.queryable() || field.type() == FieldType.UDFS) {
            throw Errors.refused("The field " + field.name() + " of the " + entity.singular() + " Entity cannot be used in a query.");
        }
        Function<ObjectNode, JsonNode> get = record -> values.of(entity, record, field);
        return Condition.of(operator, field.type(), field.name(), get, value);
    }

    private void countOr(int more) {
        orConditions += more;
        if (orConditions > MOST_CONDITIONS) throw Errors.refused("The query is limited to 500 or fewer 'OR' conditions.");
    }

    private static Predicate<ObjectNode> all(List<Predicate<ObjectNode>> conditions) {
        return record -> {
            for (Predicate<ObjectNode> condition : conditions) if (!condition.test(record)) return false;
            return true;
        };
    }

    private static Predicate<ObjectNode> any(List<Predicate<ObjectNode>> conditions) {
        return record -> {
            for (Predicate<ObjectNode> condition : conditions) if (condition.test(record)) return true;
            return false;
        };
    }
}
