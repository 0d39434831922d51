package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.AlteredText;
import io.scopebridge.plan.Marker;
import io.scopebridge.plan.ledger.RemoteId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The rows of one lookup call, indexed by the compared values, so that many steps are looked up in one pass. */
final class Listing {

    private record Index(List<Matching.Place> places, String form) {
    }

    private final List<JsonNode> rows;
    private final Map<Index, Map<List<String>, List<JsonNode>>> indexes = new HashMap<>();
    private volatile Listing proven;

    Listing(List<JsonNode> rows) {
        this.rows = rows;
    }

    List<JsonNode> rows() {
        return rows;
    }

    /** Once for all callers: the listing that has proven to be complete in place of this one, or this one. */
    synchronized Listing proven(Supplier<Listing> proof) {
        if (proven == null) proven = proof.get();
        return proven;
    }

    /** Its rows are all that the system counts. */
    void complete() {
        proven = this;
    }

    boolean isProven() {
        return proven != null;
    }

    List<JsonNode> withId(String pointer, String id) {
        return rows.stream().filter(row -> id.equals(RemoteId.at(row, pointer))).toList();
    }

    List<JsonNode> matching(List<Matching.Place> places, List<String> expected) {
        return indexed(places, "as it is", UnaryOperator.identity()).getOrDefault(expected, List.of());
    }

    /** Those whose texts are the expected ones after changes that a database may make. */
    List<JsonNode> altered(List<Matching.Place> places, List<String> expected) {
        Set<JsonNode> found = new LinkedHashSet<>();
        for (Map.Entry<String, UnaryOperator<String>> form : Map.<String, UnaryOperator<String>>of("bare", AlteredText::bare, "plain", AlteredText::plain).entrySet()) {
            List<String> formed = expected.stream().map(value -> Matching.inText(value, form.getValue())).toList();
            found.addAll(indexed(places, form.getKey(), form.getValue()).getOrDefault(formed, List.of()));
        }
        return found.stream().filter(row -> Matching.altered(expected, Matching.found(places, row))).toList();
    }

    List<JsonNode> bearing(Marker marker) {
        return rows.stream().filter(marker::isBorneBy).toList();
    }

    private synchronized Map<List<String>, List<JsonNode>> indexed(List<Matching.Place> places, String form, UnaryOperator<String> of) {
        Function<JsonNode, List<String>> key = row -> Matching.found(places, row).stream().map(value -> Matching.inText(value, of)).toList();
        return indexes.computeIfAbsent(new Index(places, form), any -> {
            Map<List<String>, List<JsonNode>> index = new HashMap<>();
            rows.forEach(row -> index.computeIfAbsent(key.apply(row), none -> new ArrayList<>()).add(row));
            return index;
        });
    }
}
