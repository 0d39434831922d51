package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.Find;
import io.scopebridge.plan.Marker;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.ledger.IdClaims;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.RemoteId;
import io.scopebridge.plan.ledger.SentMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks up steps in the remote system. */
public final class LookUps {

    private final Listings listings;
    private final IdClaims remoteIds;
    private final List<Step> steps;
    private final List<Marker> markers;
    private final Map<String, String> sentMatches;
    private final Strangers strangers;

    /** @param sentMatches by step, see {@link Ledger#sentMatches} */
    public LookUps(Listings listings, IdClaims remoteIds, List<Step> steps, Map<String, String> sentMatches) {
        this.listings = listings;
        this.remoteIds = remoteIds;
        this.steps = steps;
        this.sentMatches = sentMatches;
        this.markers = steps.stream().map(Step::find).filter(find -> find != null && find.marker() != null).map(Find::marker).toList();
        this.strangers = new Strangers(remoteIds);
    }

    /**
     * @param known     the known id of the object; while it exists, nothing else matches
     * @param sent      whether it may exist because it was sent
     * @param notBefore {@code System.nanoTime()} from which on the object would be visible
     */
    public Findings find(Step step, String known, boolean sent, long notBefore) {
        Find find = step.find();
        Listing listing = listings.of(step.key(), find.with(remoteIds::of), find.rows(), notBefore);
        List<String> free = free(step, known, listing);
        if (!sent) strangers.sawBefore(step, listing);
        if (free.isEmpty() && find.count() != null) {
            listing = listings.proven(step.key(), find.with(remoteIds::of), find.rows(), listing, find.count().with(remoteIds::of), find.count().at());
            free = free(step, known, listing);
            if (!sent) strangers.sawBefore(step, listing);
        }
        boolean written = free.size() == 1 && !find.holds().isEmpty() && holds(find, listing.withId(find.id(), free.get(0)).get(0));
        List<String> doubtful = free.isEmpty() ? doubtful(step, find, listing, sent) : List.of();
        return new Findings(free, written, doubtful, "Looked up: " + find.with(remoteIds::of).shown() + "\nFound: " + (free.isEmpty() ? "nothing" : String.join(", ", free)));
    }

    /**
     * After the look-up of the step failed: until it is made again; empty when it failed often enough in this run.
     *
     * @param schedule the next pause, by how much of the schedule is done
     */
    public Optional<Duration> untilNextTry(Step step, Function<Duration, Optional<Duration>> schedule) {
        return listings.untilNextTry(step.find().with(remoteIds::of), step.find().rows(), schedule);
    }

    private List<String> doubtful(Step step, Find find, Listing listing, boolean sent) {
        List<String> doubtful = new ArrayList<>(Unnamed.in(listing, find, remoteIds::of, sent));
        if (sent) doubtful.addAll(strangers.of(step, listing, row -> isOther(step, row)));
        return doubtful;
    }

    private List<String> free(Step step, String known, Listing listing) {
        List<JsonNode> rows = known == null ? List.of() : listing.withId(step.find().id(), known);
        if (rows.isEmpty()) rows = asSent(step, listing);
        return free(step, rows.isEmpty() ? rows(step, step.find(), listing) : rows);
    }

    /** A sent object is found by the values it was sent with. */
    private List<JsonNode> asSent(Step step, Listing listing) {
        String match = sentMatches.get(step.key());
        if (match == null) {
            return List.of();
        }
        List<JsonNode> rows = rows(step, SentMatch.in(step.find(), match), listing);
        return free(step, rows).isEmpty() ? List.of() : rows;
    }

    private List<String> free(Step step, List<JsonNode> rows) {
        List<String> candidates = rows.stream().map(row -> RemoteId.at(row, step.find().id())).filter(id -> mayBe(step, id)).toList();
        return remoteIds.claim(step.endpoint(), candidates, step.key());
    }

    private static boolean mayBe(Step step, String id) {
        return id != null && !step.find().except().contains(id);
    }

    private boolean holds(Find find, JsonNode row) {
        return Matching.found(Matching.places(find.holds()), row).equals(Matching.expected(find.holds(), remoteIds::of));
    }

    /** A row with the marker of another step belongs to that step, even before its own lookup. */
    private List<JsonNode> rows(Step step, Find find, Listing listing) {
        List<JsonNode> marked = find.marker() == null ? List.of() : listing.bearing(find.marker());
        if (!marked.isEmpty() || find.match().isEmpty()) {
            return marked;
        }
        List<Matching.Place> places = Matching.places(find.match());
        List<String> expected = Matching.expected(find.match(), remoteIds::of);
        List<JsonNode> matching = unmarked(listing.matching(places, expected));
        boolean free = matching.stream().map(row -> RemoteId.at(row, find.id())).anyMatch(id -> mayBe(step, id) && remoteIds.isFree(step.endpoint(), id, step.key()));
        return free ? matching : unmarked(listing.altered(places, expected)).stream().filter(row -> !isOther(step, row)).toList();
    }

    private List<JsonNode> unmarked(List<JsonNode> rows) {
        return rows.stream().filter(row -> markers.stream().noneMatch(marker -> marker.isBorneBy(row))).toList();
    }

    /** Whether the row matches another step of the plan exactly. */
    private boolean isOther(Step step, JsonNode row) {
        Find question = step.find().question();
        return steps.stream().filter(other -> other != step && other.find() != null && !other.find().match().isEmpty() && other.find().question().equals(question))
                .anyMatch(other -> Matching.found(Matching.places(other.find().match()), row).equals(Matching.expected(other.find().match(), remoteIds::of)));
    }
}
