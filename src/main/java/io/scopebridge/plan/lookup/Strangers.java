package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.AlteredText;
import io.scopebridge.plan.Find;
import io.scopebridge.plan.Marker;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.ledger.IdClaims;
import io.scopebridge.plan.ledger.RemoteId;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Objects that match a step in everything except a text that the system may have changed beyond recognition, cut off or not shown, and that did
 * not exist before, as far as the hub knows. If there is one, a person decides before a second object is created.
 */
final class Strangers {

    private final IdClaims remoteIds;
    private final Set<String> seenBefore = new HashSet<>();
    private final Set<String> listedBefore = new HashSet<>();
    private final Set<Listing> listings = Collections.newSetFromMap(new IdentityHashMap<>());

    Strangers(IdClaims remoteIds) {
        this.remoteIds = remoteIds;
    }

    /** These objects exist without the step, which was not sent yet. */
    synchronized void sawBefore(Step step, Listing listing) {
        listedBefore.add(step.endpoint());
        if (listings.add(listing)) {
            listing.rows().forEach(row -> seenBefore.add(step.endpoint() + " " + RemoteId.at(row, step.find().id())));
        }
    }

    /** @param explained whether a row belongs to another step of the plan */
    synchronized List<String> of(Step step, Listing listing, Predicate<JsonNode> explained) {
        return listing.rows().stream().filter(row -> step.find().match().isEmpty() ? bore(step, row) : matches(step, row))
                .filter(row -> isNew(step, RemoteId.at(row, step.find().id()))).filter(explained.negate())
                .map(row -> RemoteId.at(row, step.find().id())).toList();
    }

    private boolean matches(Step step, JsonNode row) {
        Find find = step.find();
        return find.marker() == null && Matching.mayBe(Matching.expected(find.match(), remoteIds::of), Matching.found(Matching.places(find.match()), row));
    }

    /** Whether the text with the marker may have been lost or cut off. Without a listing of before, a row that lacks it may be any. */
    private boolean bore(Step step, JsonNode row) {
        Marker marker = step.find().marker();
        String sent = marker == null || step.call().body() == null ? "" : step.call().body().at(marker.pointer()).asText("");
        String stored = marker == null ? "" : row.at(marker.pointer()).asText("");
        return !sent.isBlank() && (stored.isBlank() ? listedBefore.contains(step.endpoint()) : AlteredText.resembles(sent, stored));
    }

    private boolean isNew(Step step, String id) {
        return id != null && !step.find().except().contains(id) && remoteIds.isFree(step.endpoint(), id, step.key()) && !seenBefore.contains(step.endpoint() + " " + id)
                && remoteIds.isAfterAll(step.endpoint(), id, step.key());
    }
}
