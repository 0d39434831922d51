package io.scopebridge.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Looks steps up in the remote system. */
final class LookUps {

    /** @param remoteIds objects that fit and that no other step holds */
    record Findings(List<String> remoteIds, String shown) {

        boolean absent() {
            return remoteIds.isEmpty();
        }

        boolean unique() {
            return remoteIds.size() == 1;
        }
    }

    private final Listings listings;
    private final RemoteIds remoteIds;

    LookUps(Listings listings, RemoteIds remoteIds) {
        this.listings = listings;
        this.remoteIds = remoteIds;
    }

    /** @param notBefore {@code System.nanoTime()} from which on the object would be seen */
    Findings find(Step step, long notBefore) {
        Find find = step.find();
        Listing listing = listings.of(step.key(), find.with(remoteIds::of), find.rows(), notBefore);
        List<JsonNode> rows = listing.matching(Matching.places(find), Matching.expected(find, remoteIds::of));
        List<String> candidates = rows.stream().map(row -> RemoteId.at(row, find.id())).filter(id -> id != null).toList();
        List<String> free = remoteIds.claim(step.endpoint(), candidates, step.key());
        return new Findings(free, "Looked up: " + find.with(remoteIds::of).shown() + "\nFound: " + (free.isEmpty() ? "nothing" : String.join(", ", free)));
    }
}
