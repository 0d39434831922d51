package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** One comparison of a field with a value. As in SQL, a field without a value fits no comparison, not even noteq. */
final class Condition {

    private Condition() {
    }

    static Predicate<ObjectNode> of(Operator operator, FieldType type, String field, Function<ObjectNode, JsonNode> get,
                                    JsonNode value) {
        if (operator.presence()) {
            boolean wanted = operator == Operator.EXIST;
            return record -> {
                JsonNode held = get.apply(record);
                return (held != null && !held.isNull() && !held.isMissingNode()) == wanted;
            };
        }
        if (operator.list()) return inList(operator == Operator.IN, type, field, get, value);
        if (operator == Operator.BEGINSWITH || operator == Operator.ENDSWITH || operator == Operator.CONTAINS) {
            String part = String.valueOf((Object) wanted(FieldType.STRING, field, value));
            return record -> {
                String held = (String) FieldValues.comparable(FieldType.STRING, get.apply(record));
                return held != null && switch (operator) {
                    case BEGINSWITH -> held.startsWith(part);
                    case ENDSWITH -> held.endsWith(part);
                    default -> held.contains(part);
                };
            };
        }
        Comparable<Object> wanted = wanted(type, field, value);
        return record -> {
            Object held = FieldValues.comparable(type, get.apply(record));
            return held != null && fits(operator, -wanted.compareTo(held));
        };
    }

    private static Predicate<ObjectNode> inList(boolean in, FieldType type, String field,
                                                Function<ObjectNode, JsonNode> get, JsonNode value) {
        if (!value.isArray()) throw Errors.refused(Errors.conversion(value.asText(), type));
        // A tree, because it takes 1 and 1.0 for the same number where a hash does not.
        Set<Object> wanted = new TreeSet<>();
        value.forEach(one -> wanted.add(wanted(type, field, one)));
        return record -> {
            Object held = FieldValues.comparable(type, get.apply(record));
            return held != null && wanted.contains(held) == in;
        };
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> wanted(FieldType type, String field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) throw Errors.refused("The condition on " + field + " has no value.");
        var wanted = (Comparable<Object>) FieldValues.comparable(type, value);
        if (wanted == null) throw Errors.refused(Errors.conversion(value.isValueNode() ? value.asText() : value.toString(), type));
        return wanted;
    }

    private static boolean fits(Operator operator, int heldToWanted) {
        return switch (operator) {
            case EQ -> heldToWanted == 0;
            case NOTEQ -> heldToWanted != 0;
            case GT -> heldToWanted > 0;
            case GTE -> heldToWanted >= 0;
            case LT -> heldToWanted < 0;
            default -> heldToWanted <= 0;
        };
    }
}
