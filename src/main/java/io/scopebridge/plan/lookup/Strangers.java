package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.AlteredText;
import io.scopebridge.plan.Find;
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
 * Objects that match a step in everything except a text that the database may have changed beyond recognition, and that did not exist
 * before, as far as the hub knows. If there is one, a person decides before a second object is created.
 */
final class Strangers {

    private final IdClaims remoteIds;
    private final Set<String> seenBefore = new HashSet<>();
    private final Set<Listing> listings = Collections.newSetFromMap(new IdentityHashMap<>());

    Strangers(IdClaims remoteIds) {
        this.remoteIds = remoteIds;
    }

    /** These objects exist without the step, which was not sent yet. */
    synchronized void sawBefore(Step step, Listing listing) {
        if (listings.add(listing)) {
            listing.rows().forEach(row -> seenBefore.add(step.endpoint() + " " + RemoteId.at(row, step.find().id())));
        }
    }

    /** @param explained whether a row belongs to another step of the plan */
    synchronized List<String> of(Step step, Listing listing, Predicate<JsonNode> explained) {
        Find find = step.find();
        if (find.marker() != null || find.match().values().stream().noneMatch(value -> value.isTextual() && AlteredText.isLikely(value.textValue()))) {
            return List.of();
        }
        List<Matching.Place> places = Matching.places(find.match());
        List<String> expected = Matching.expected(find.match(), remoteIds::of);
        return listing.rows().stream().filter(row -> Matching.inAllButText(expected, Matching.found(places, row)))
                .filter(row -> isNew(step, RemoteId.at(row, find.id()))).filter(explained.negate())
                .map(row -> RemoteId.at(row, find.id())).toList();
    }

    private boolean isNew(Step step, String id) {
        return id != null && !step.find().except().contains(id) && remoteIds.isFree(step.endpoint(), id, step.key()) && !seenBefore.contains(step.endpoint() + " " + id)
                && remoteIds.isAfterAll(step.endpoint(), id);
    }
}
