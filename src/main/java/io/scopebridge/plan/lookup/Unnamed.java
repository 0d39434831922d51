package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.Find;
import io.scopebridge.plan.ledger.RemoteId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rows of a lookup that may be the object although the hub cannot refer to them: that the object does not exist is not proven. */
final class Unnamed {

    private Unnamed() {
    }

    /** @param sent whether the object may exist: then a row that is no record may be it */
    static List<String> in(Listing listing, Find find, UnaryOperator<String> remoteIds, boolean sent) {
        Stream<JsonNode> marked = find.marker() == null ? Stream.of() : listing.bearing(find.marker()).stream();
        Stream<JsonNode> matching = find.match().isEmpty() ? Stream.of() : listing.matching(Matching.places(find.match()), Matching.expected(find.match(), remoteIds)).stream();
        Stream<JsonNode> strays = sent ? listing.rows().stream().filter(row -> !row.isObject()) : Stream.of();
        return Stream.of(marked, matching, strays).flatMap(rows -> rows).distinct().filter(row -> RemoteId.at(row, find.id()) == null)
            .map(row -> "a row without an id that can be read").toList();
    }
}
