package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.Find;
import io.scopebridge.plan.Marker;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.ledger.IdClaims;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.RemoteId;
import io.scopebridge.plan.ledger.SentMatch;
import java.util.List;
import java.util.Map;

/** Looks steps up in the remote system. */
public final class LookUps {

    /**
     * @param remoteIds objects that fit and that no other step holds
     * @param written   whether the one object holds already what the step would write
     */
    public record Findings(List<String> remoteIds, boolean written, String shown) {

        /** Of what is below something that is not there yet. */
        public static final Findings NONE = new Findings(List.of(), false, null);

        public boolean absent() {
            return remoteIds.isEmpty();
        }

        public boolean unique() {
            return remoteIds.size() == 1;
        }
    }

    private final Listings listings;
    private final IdClaims remoteIds;
    private final List<Marker> markers;
    private final Map<String, String> sentMatches;

    /** @param sentMatches by step, see {@link Ledger#sentMatches} */
    public LookUps(Listings listings, IdClaims remoteIds, List<Step> steps, Map<String, String> sentMatches) {
        this.listings = listings;
        this.remoteIds = remoteIds;
        this.sentMatches = sentMatches;
        this.markers = steps.stream().map(Step::find).filter(find -> find != null && find.marker() != null).map(Find::marker).toList();
    }

    /**
     * @param known     the id that the object had; while it is there, nothing else is it
     * @param notBefore {@code System.nanoTime()} from which on the object would be seen
     */
    public Findings find(Step step, String known, long notBefore) {
        Find find = step.find();
        Listing listing = listings.of(step.key(), find.with(remoteIds::of), find.rows(), notBefore);
        List<JsonNode> rows = known == null ? List.of() : listing.withId(find.id(), known);
        if (rows.isEmpty()) rows = asSent(step, listing);
        if (rows.isEmpty()) rows = rows(find, listing);
        List<String> free = free(step, rows);
        boolean written = free.size() == 1 && !find.holds().isEmpty() && holds(find, listing.withId(find.id(), free.get(0)).get(0));
        return new Findings(free, written, "Looked up: " + find.with(remoteIds::of).shown() + "\nFound: " + (free.isEmpty() ? "nothing" : String.join(", ", free)));
    }

    /** What left once is found by what it said then. */
    private List<JsonNode> asSent(Step step, Listing listing) {
        String match = sentMatches.get(step.key());
        if (match == null) {
            return List.of();
        }
        List<JsonNode> rows = rows(SentMatch.in(step.find(), match), listing);
        return free(step, rows).isEmpty() ? List.of() : rows;
    }

    private List<String> free(Step step, List<JsonNode> rows) {
        List<String> candidates = rows.stream().map(row -> RemoteId.at(row, step.find().id())).filter(id -> id != null).toList();
        return remoteIds.claim(step.endpoint(), candidates, step.key());
    }

    private boolean holds(Find find, JsonNode row) {
        return Matching.found(Matching.places(find.holds()), row).equals(Matching.expected(find.holds(), remoteIds::of));
    }

    /** What bears the marker of another step is that step's, also before that step has looked. */
    private List<JsonNode> rows(Find find, Listing listing) {
        if (find.marker() == null) {
            return matching(find, listing);
        }
        List<JsonNode> marked = listing.bearing(find.marker());
        if (!marked.isEmpty() || find.match().isEmpty()) {
            return marked;
        }
        return matching(find, listing).stream().filter(row -> markers.stream().noneMatch(marker -> marker.isBorneBy(row))).toList();
    }

    private List<JsonNode> matching(Find find, Listing listing) {
        return listing.matching(Matching.places(find.match()), Matching.expected(find.match(), remoteIds::of));
    }
}
