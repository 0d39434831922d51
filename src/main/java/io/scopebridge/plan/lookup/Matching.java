package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.AlteredText;
import io.scopebridge.plan.References;
import io.scopebridge.plan.ledger.RemoteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** The compared values of a lookup in canonical form: strings exactly, numbers numerically, ids as ids. */
public final class Matching {

    private static final String TEXT = "text ";
    private static final Set<String> MISSING = Set.of("nothing", "id null", TEXT);

    private Matching() {
    }

    /** A position in a row, and whether it holds a remote id, which may be a number or a string. */
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

    /** The value with its text transformed; other types are unchanged. */
    static String inText(String value, UnaryOperator<String> form) {
        return value.startsWith(TEXT) ? TEXT + form.apply(value.substring(TEXT.length())) : value;
    }

    /** Equal apart from changes that a database may make to texts. */
    static boolean altered(List<String> expected, List<String> found) {
        return all(expected, found, (sent, stored) -> AlteredText.is(sent, stored));
    }

    /** Whether the texts differ as if the system had changed them, and all else is equal; a value that the row lacks is no difference. */
    static boolean mayBe(List<String> expected, List<String> found) {
        List<String> known = new ArrayList<>(found);
        for (int i = 0; i < known.size(); i++) if (MISSING.contains(known.get(i))) known.set(i, expected.get(i));
        return all(expected, known, (sent, stored) -> AlteredText.resembles(sent, stored) || AlteredText.isLikely(sent) && !stored.isBlank());
    }

    private static boolean all(List<String> expected, List<String> found, BiPredicate<String, String> texts) {
        for (int i = 0; i < expected.size(); i++) {
            String sent = expected.get(i);
            String stored = found.get(i);
            boolean text = sent.startsWith(TEXT) && stored.startsWith(TEXT);
            if (text ? !texts.test(sent.substring(TEXT.length()), stored.substring(TEXT.length())) : !sent.equals(stored)) {
                return false;
            }
        }
        return true;
    }

    public static boolean same(JsonNode one, JsonNode other) {
        return canonical(one).equals(canonical(other));
    }

    private static String canonical(JsonNode value) {
        if (value.isNumber()) {
            return "number " + value.decimalValue().stripTrailingZeros();
        }
        return value.isTextual() ? TEXT + value.textValue() : value.isNull() || value.isMissingNode() ? "nothing" : "other " + value;
    }
}
