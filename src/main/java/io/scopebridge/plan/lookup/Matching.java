package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.References;
import io.scopebridge.plan.ledger.RemoteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a look-up compares, in a form that is equal exactly when the values are: strings exactly, numbers numerically, ids as ids. */
public final class Matching {

    private Matching() {
    }

    /** Where to look in a row, and whether a remote id stands there, which may be a number or a string. */
    record Place(String pointer, boolean id) {

        private String valueIn(JsonNode row) {
            JsonNode value = row.at(pointer);
            return id ? "id " + RemoteId.of(value) : canonical(value);
        }
    }

    static List<Place> places(Map<String, JsonNode> values) {
        List<Place> places = new ArrayList<>();
        values.forEach((pointer, value) -> places.add(new Place(pointer, References.whole(value) != null)));
        return places;
    }

    static List<String> expected(Map<String, JsonNode> wanted, UnaryOperator<String> remoteIds) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : wanted.entrySet()) {
            String key = References.whole(entry.getValue());
            values.add(key == null ? canonical(entry.getValue()) : "id " + remoteIds.apply(key));
        }
        return values;
    }

    static List<String> found(List<Place> places, JsonNode row) {
        return places.stream().map(place -> place.valueIn(row)).toList();
    }

    public static boolean same(JsonNode one, JsonNode other) {
        return canonical(one).equals(canonical(other));
    }

    private static String canonical(JsonNode value) {
        if (value.isNumber()) {
            return "number " + value.decimalValue().stripTrailingZeros();
        }
        return value.isTextual() ? "text " + value.textValue() : value.isNull() || value.isMissingNode() ? "nothing" : "other " + value;
    }
}
