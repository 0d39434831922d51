package io.scopebridge.plan.manual;

import io.scopebridge.connection.Connection;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.log.FailureLog;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.archive.LastPlan;
import io.scopebridge.plan.archive.PlanArchive;
import io.scopebridge.plan.journal.CallJournal;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.MadeRows;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.lookup.RecordCheck;
import io.scopebridge.remote.Diagnoses;
import io.scopebridge.remote.RemoteSystems;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Applies and stores people's decisions about steps with an unknown outcome. */
@Component
public class ManualResolutions {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    /** @param remoteId null: it was to be created */
    public record Resolved(String remoteId, String reason, String by, Instant at) {
    }

    private final JdbcClient db;
    private final Ledger ledger;
    private final PlanArchive archive;
    private final RemoteSystems remote;
    private final Diagnoses diagnoses;
    private final CallJournal journal;
    private final FailureLog log;
    private final MadeRows made;

    ManualResolutions(JdbcClient db, Ledger ledger, PlanArchive archive, RemoteSystems remote, Diagnoses diagnoses, CallJournal journal, FailureLog log, MadeRows made) {
        this.db = db;
        this.ledger = ledger;
        this.archive = archive;
        this.remote = remote;
        this.diagnoses = diagnoses;
        this.journal = journal;
        this.log = log;
        this.made = made;
    }

    /**
     * Resolves a step that is UNKNOWN, or one that was rejected although its record exists, and resolves its log entries. Its dependents
     * continue with the next run.
     *
     * @param subjects of the plans that may contain the step; an UNKNOWN one takes precedence
     * @return the work that runs this plan
     * @throws ResponseStatusException 404: there is no such step; 409: it is neither; 422: the record does not exist, or belongs to another step
     * @throws io.scopebridge.failure.RemoteFailure if the system does not allow the record to be read
     */
    public LastPlan.Work resolve(Connection connection, List<String> subjects, String key, Resolution decision) {
        LedgerRow row = row(connection, subjects, key).orElseThrow(() -> noStep(key, String.join(" or ", subjects)));
        LastPlan plan = archive.last(connection.id(), row.subject()).orElseThrow();
        resolve(connection, plan.work(), row, plan.step(key), decision);
        return plan.work();
    }

    /** Like {@link #resolve(Connection, List, String, Resolution)}, for a step without a stored plan, such as one of a poll. */
    public void resolve(Connection connection, LastPlan.Work work, String key, Resolution decision) {
        List<String> subjects = Stream.concat(Stream.of(work.subject()), archive.subjects(connection.id(), work.subject()).stream()).distinct().toList();
        LedgerRow row = row(connection, subjects, key).orElseGet(() -> {
            List<LedgerRow> rows = ledger.ofStep(connection.id(), key);
            if (rows.size() != 1) throw noStep(key, work.subject());
            return rows.get(0);
        });
        resolve(connection, work, row, archive.last(connection.id(), row.subject()).flatMap(plan -> plan.step(key)), decision);
    }

    private Optional<LedgerRow> row(Connection connection, List<String> subjects, String key) {
        return subjects.stream().flatMap(subject -> ledger.rows(connection.id(), subject).stream()).filter(one -> one.key().equals(key))
                .min(Comparator.comparing(one -> one.state() == StepState.UNKNOWN ? 0 : one.state() == StepState.REJECTED ? 1 : 2));
    }

    private static ResponseStatusException noStep(String key, String subject) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no step '" + key + "' of " + subject + ".");
    }

    private void resolve(Connection connection, LastPlan.Work work, LedgerRow row, Optional<Step> step, Resolution decision) {
        boolean open = row.state() == StepState.UNKNOWN || row.state() == StepState.REJECTED && decision.remoteId() != null;
        if (!open) throw notUnknown(row.key(), row.state());
        if (decision.remoteId() != null) check(connection, step, row, decision.remoteId());
        if (!ledger.resolve(connection.id(), row.subject(), row.key(), decision.remoteId())) throw notUnknown(row.key(), StepState.SENDING);
        keep(connection, row.subject(), row.key(), decision);
        log.resolve(connection.id(), work.flow(), work.subject(), row.key());
        LOG.info("{}: {} {} was resolved by {}: {} ({})", connection.id(), row.subject(), row.key(), decision.by(),
                decision.remoteId() == null ? "create it" : "it is " + decision.remoteId(), decision.reason());
    }

    /** The newest decision about each step. */
    public Map<String, Resolved> of(String connectionId, String subject) {
        Map<String, Resolved> newest = new HashMap<>();
        db.sql("select * from manual_resolution where connection_id = :connection and subject = :subject order by id")
                .param("connection", connectionId).param("subject", subject)
                .query(row -> {
                    newest.put(row.getString("step_key"), new Resolved(row.getString("remote_id"), row.getString("reason"), row.getString("resolved_by"),
                            TimeColumn.read(row, "resolved_at")));
                });
        return newest;
    }

    private void check(Connection connection, Optional<Step> of, LedgerRow row, String remoteId) {
        List<LedgerRow> others = ledger.rows(connection.id(), row.subject()).stream().filter(one -> one.remoteId() != null && !one.key().equals(row.key())).toList();
        others.stream().filter(one -> one.remoteId().equals(remoteId) && one.endpoint().equals(row.endpoint())).findFirst().ifPresent(one -> {
            throw wrong("Record " + remoteId + " is '" + one.title() + "' (step " + one.key() + ") already.");
        });
        boolean numbers = !others.isEmpty() && others.stream().allMatch(one -> one.remoteId().matches("\\d+"));
        if (numbers && !remoteId.matches("\\d+")) throw wrong("'" + remoteId + "' is not an id of " + row.system() + ": ids are numbers, such as " + others.get(0).remoteId() + ".");
        // Connections share ScopeStack; ids of their own systems are alike.
        if (!row.system().equals(connection.system())) made.holder(row, remoteId).ifPresent(other -> {
            throw wrong("Record " + remoteId + " was published by the connection '" + other + "'.");
        });
        PlanCalls calls = new PlanCalls(remote, connection, row.system(), row.subject(), journal::note);
        Map<String, String> remoteIds = new HashMap<>();
        others.forEach(one -> remoteIds.put(one.key(), one.remoteId()));
        of.flatMap(step -> new RecordCheck(calls, diagnoses, remoteIds::get).wrong(step, remoteId)).ifPresent(why -> {
            throw wrong(why);
        });
    }

    private void keep(Connection connection, String subject, String key, Resolution decision) {
        db.sql("""
                        insert into manual_resolution (connection_id, subject, step_key, remote_id, reason, resolved_by, resolved_at)
                        values (:connection, :subject, :key, :remoteId, :reason, :by, :now)""")
                .param("connection", connection.id()).param("subject", subject).param("key", key).param("remoteId", decision.remoteId())
                .param("reason", DatabaseText.of(decision.reason(), 1_000)).param("by", DatabaseText.of(decision.by(), 200))
                .param("now", TimeColumn.now()).update();
    }

    private static ResponseStatusException notUnknown(String key, StepState state) {
        return new ResponseStatusException(HttpStatus.CONFLICT, "Step '" + key + "' is " + state + "; only a step in state UNKNOWN can be created without a lookup."
                + (state == StepState.REJECTED ? " If the record exists, resolve the step with its id; otherwise fix the cause and replay." : ""));
    }

    private static ResponseStatusException wrong(String why) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, why + " Look up the id in the system, or have the record created.");
    }
}
