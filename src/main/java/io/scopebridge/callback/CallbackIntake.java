package io.scopebridge.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.job.JobRequests;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Turns a signed callback into a job that reads the record anew; both in one transaction, once per message. */
@Component
class CallbackIntake {

    private static final String SUBJECT = "opportunities";

    private final Connections connections;
    private final KeyAddress addresses;
    private final SigningKeys keys;
    private final CallbackEvents events;
    private final JobRequests jobs;
    private final ObjectMapper json;
    private final TransactionOperations transactions;

    CallbackIntake(Connections connections, KeyAddress addresses, SigningKeys keys, CallbackEvents events, JobRequests jobs, ObjectMapper json,
                   TransactionOperations transactions) {
        this.connections = connections;
        this.addresses = addresses;
        this.keys = keys;
        this.events = events;
        this.jobs = jobs;
        this.json = json;
        this.transactions = transactions;
    }

    /**
     * The job; empty when the hub does not care for the type of record.
     *
     * @param record     the id that the sender put into the address, which nobody signed; null when it is not there
     * @param knownHosts where keys may be fetched besides the tenant's own host
     * @throws Refused when nothing was stored
     */
    Optional<Long> accept(String connectionId, SignedBody body, String record, Pattern knownHosts) {
        Connection connection = connections.find(connectionId).filter(one -> one.enabled() && Boolean.parseBoolean(one.setting(CallbackWatch.ENABLED)))
            .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "No callbacks are taken for '" + connectionId + "'."));
        if (body.signature() == null) throw new Refused(HttpStatus.UNAUTHORIZED, "The header x-content-signature must be there once.");
        Delivery delivery = Delivery.of(body.bytes(), json);
        check(connection, delivery, body, knownHosts);
        if (record != null && !record.equals(delivery.record())) throw new Refused(HttpStatus.UNAUTHORIZED, "The address names another record than the callback.");
        if (!delivery.type().equalsIgnoreCase("opportunity")) return Optional.empty();
        String message = delivery.message().isEmpty() || delivery.message().length() > 100 ? body.hash() : delivery.message();
        if (events.isKnown(connection.id(), message)) throw replayed();
        try {
            return transactions.execute(status -> {
                long job = jobs.requestUnlessWaiting(connection.id(), "refresh-opportunity", SUBJECT,
                    json.createObjectNode().put("opportunity", delivery.record()), "callback");
                events.insert(connection.id(), message, body.hash(), job);
                return Optional.of(job);
            });
        } catch (DuplicateKeyException takenInMeanwhile) {
            throw replayed();
        }
    }

    /** Another tenant of the same cloud could have a callback of its own lead here. */
    private void check(Connection connection, Delivery delivery, SignedBody body, Pattern knownHosts) {
        if (!delivery.company().equalsIgnoreCase(connection.setting(connection.system() + ".companyId"))) {
            throw new Refused(HttpStatus.UNAUTHORIZED, "The callback is of another tenant.");
        }
        KeyAddress.Parts address = addresses.of(connection, delivery.keyUrl(), knownHosts)
            .orElseThrow(() -> new Refused(HttpStatus.UNAUTHORIZED, "key_url does not lead to the tenant's own host."));
        if (!body.fits(keys.of(connection, address))) throw new Refused(HttpStatus.UNAUTHORIZED, "The signature does not fit.");
    }

    private static Refused replayed() {
        return new Refused(HttpStatus.UNAUTHORIZED, "This callback was taken in before.");
    }
}
