package io.scopebridge.webhook;

import io.scopebridge.job.JobRequests;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Stores an event and its job in one transaction, once per id; those that arrive together in the same transaction. */
@Component
class EventStore implements GroupCommit.Store<EventStore.Event, EventStore.Receipt> {

    static final String SOURCE = "webhook";

    /** @param job its dedupe key belongs to the id of the event */
    record Event(String id, String bodyHash, JobRequests.Request job) {
    }

    /** @param fresh false if the event was already known and nothing was stored */
    record Receipt(long job, boolean fresh) {
    }

    private final WebhookEvents events;
    private final JobRequests jobs;
    private final TransactionOperations transactions;
    private final GroupCommit<Event, Receipt> commits = new GroupCommit<>(this);

    EventStore(WebhookEvents events, JobRequests jobs, TransactionOperations transactions) {
        this.events = events;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * Back after the commit.
     *
     * @throws Refused if another event was accepted under this id
     */
    Receipt store(String connection, Event event) {
        return commits.store(connection, event);
    }

    /** @throws Refused if another event was accepted under this id */
    Optional<Receipt> known(String connection, String event, String hash) {
        return events.find(connection, event).map(accepted -> {
            if (!accepted.bodyHash().equals(hash)) {
                throw new Refused(HttpStatus.CONFLICT, "Another event was accepted under the same webhook-id. Use a unique id for each event.");
            }
            return new Receipt(accepted.job(), false);
        });
    }

    /** In the order of their ids on every node: two that were sent to several nodes must not wait for each other. */
    @Override
    public Optional<List<Receipt>> together(String connection, List<Event> arrived) {
        List<Event> sorted = arrived.stream().sorted(Comparator.comparing(Event::id)).toList();
        return transactions.execute(status -> {
            Optional<List<Long>> ids = jobs.requestAllNew(connection, SOURCE, sorted.stream().map(Event::job).toList());
            if (ids.isEmpty() || !events.insertAllNew(connection, accepted(sorted, ids.get()))) {
                status.setRollbackOnly();
                return Optional.<List<Receipt>>empty();
            }
            Map<Event, Receipt> receipts = new HashMap<>();
            for (int i = 0; i < sorted.size(); i++) receipts.put(sorted.get(i), new Receipt(ids.get().get(i), true));
            return Optional.of(arrived.stream().map(receipts::get).toList());
        });
    }

    private static List<WebhookEvents.New> accepted(List<Event> events, List<Long> jobs) {
        return IntStream.range(0, events.size()).mapToObj(i -> new WebhookEvents.New(events.get(i).id(), events.get(i).bodyHash(), jobs.get(i))).toList();
    }

    @Override
    public Receipt alone(String connection, Event event) {
        return transactions.execute(status -> alone(connection, event, status));
    }

    /** Nearly all events are new: whether this one is known is asked only if it is. */
    private Receipt alone(String connection, Event event, TransactionStatus status) {
        JobRequests.Request job = event.job();
        long id = jobs.request(connection, job.flow(), job.subject(), job.payload(), SOURCE, job.dedupeKey());
        if (events.insert(connection, event.id(), event.bodyHash(), id)) return new Receipt(id, true);
        status.setRollbackOnly();
        return known(connection, event.id(), event.bodyHash()).orElseThrow();
    }
}
