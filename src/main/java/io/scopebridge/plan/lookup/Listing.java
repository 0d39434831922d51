package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.Marker;
import io.scopebridge.plan.ledger.RemoteId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one look-up call, indexed by what is compared, so that many steps are looked up in one pass over the rows. */
final class Listing {

    private final List<JsonNode> rows;
    private final Map<List<Matching.Place>, Map<List<String>, List<JsonNode>>> indexes = new HashMap<>();

    Listing(List<JsonNode> rows) {
        this.rows = rows;
    }

    List<JsonNode> withId(String pointer, String id) {
        return rows.stream().filter(row -> id.equals(RemoteId.at(row, pointer))).toList();
    }

    synchronized List<JsonNode> matching(List<Matching.Place> places, List<String> expected) {
        return indexes.computeIfAbsent(places, this::index).getOrDefault(expected, List.of());
    }

    List<JsonNode> bearing(Marker marker) {
        return rows.stream().filter(marker::isBorneBy).toList();
    }

    private Map<List<String>, List<JsonNode>> index(List<Matching.Place> places) {
        Map<List<String>, List<JsonNode>> index = new HashMap<>();
        rows.forEach(row -> index.computeIfAbsent(Matching.found(places, row), any -> new ArrayList<>()).add(row));
        return index;
    }
}
