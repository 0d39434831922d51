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
 * Objects that fit a step in all but a text that databases like to alter, and that may be what was sent, altered beyond recognition: those that were not
 * there before, as far as the hub knows. Where there is one, a person decides before a second object is made.
 */
final class Strangers {

    private final IdClaims remoteIds;
    private final Set<String> seenBefore = new HashSet<>();
    private final Set<Listing> listings = Collections.newSetFromMap(new IdentityHashMap<>());

    Strangers(IdClaims remoteIds) {
        this.remoteIds = remoteIds;
    }

    /** All of this is there without the step, which was not sent yet. */
    synchronized void sawBefore(Step step, Listing listing) {
        if (listings.add(listing)) {
            listing.rows().forEach(row -> seenBefore.add(step.endpoint() + " " + RemoteId.at(row, step.find().id())));
        }
    }

    /** @param explained whether a row is what another step of the plan makes */
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
        return id != null && remoteIds.isFree(step.endpoint(), id, step.key()) && !seenBefore.contains(step.endpoint() + " " + id)
                && remoteIds.isAfterAll(step.endpoint(), id);
    }
}
