package io.scopebridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.log.FailureLog;
import io.scopebridge.log.LogEntry;
import io.scopebridge.plan.manual.StepEdit;
import io.scopebridge.plan.manual.StepEdits;
import io.scopebridge.web.InvalidInput;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, reads and stops replays. {@link ReplayRuns} runs them. */
@Service
class Replays {

    private final JdbcClient db;
    private final ReplayRows rows;
    private final ReplaySelection candidates;
    private final EditedPayload payloads;
    private final StepEdits edits;
    private final FailureLog log;

    Replays(JdbcClient db, ReplayRows rows, ReplaySelection candidates, EditedPayload payloads, StepEdits edits, FailureLog log) {
        this.db = db;
        this.rows = rows;
        this.candidates = candidates;
        this.payloads = payloads;
        this.edits = edits;
        this.log = log;
    }

    /** The preview; nothing is started. */
    ReplayPreview preview(ReplayRequest request) {
        request.check(false);
        if (request.entries() != null) request.entries().forEach(log::get);
        if (request.edited()) payloads.former(request.entries().get(0), request.payload());
        formerBody(request);
        return candidates.preview(request);
    }

    /**
     * Starts a replay.
     *
     * @return its id
     * @throws ReplayRefused if nothing of it can be replayed
     */
    @Transactional
    public long begin(ReplayRequest request, String by) {
        request.check(true);
        if (request.entries() != null) request.entries().forEach(log::get);
        JsonNode former = request.edited() ? payloads.former(request.entries().get(0), request.payload()) : null;
        boolean canary = request.canary() == null ? request.entries() == null || request.entries().size() > 1 : request.canary();
        long id = rows.insert(request, by, canary, former, formerBody(request));
        if (candidates.take(id, request) == 0) throw new ReplayRefused("None of these entries can be replayed. " + why(request));
        return id;
    }

    /** Also null if no plan is stored; the verdicts report that. */
    private JsonNode formerBody(ReplayRequest request) {
        if (!request.bodyEdited()) return null;
        LogEntry entry = log.get(request.entries().get(0));
        if (entry.step() == null) throw new InvalidInput("body", "cannot be edited: the entry has no step; edit 'payload'");
        return entry.jobId() == null ? null : edits.former(entry.jobId(), new StepEdit(entry.step(), request.body())).orElse(null);
    }

    private String why(ReplayRequest request) {
        List<ReplayPreview.Excluded> refused = candidates.preview(request).excluded();
        return refused.isEmpty() ? "The search has no results." : String.join(" ", refused.stream().map(ReplayPreview.Excluded::reason).distinct().toList());
    }

    /** @throws UnknownReplay if there is none */
    Replay get(long id) {
        return rows.find(id).orElseThrow(() -> new UnknownReplay(id));
    }

    /** No new jobs start; running ones finish. */
    @Transactional
    public void pause(long id, String why) {
        change(id, "RUNNING", "PAUSED", why, "is not running");
    }

    /** Continues, even after a failed canary: a person has checked it. */
    @Transactional
    public void resume(long id) {
        change(id, "PAUSED", "RUNNING", null, "is not paused");
        // Something may have been fixed meanwhile.
        db.sql("update replay set resumed = resumed + 1 where id = ?").param(id).update();
        db.sql("update replay set canary = false where id = :id and exists (select 1 from replay_item where replay_id = :id and state in ('FAILED', 'CANCELLED'))").param("id", id).update();
    }

    /** No more jobs start. */
    @Transactional
    public void cancel(long id, String why) {
        Replay replay = get(id);
        int changed = db.sql("update replay set state = 'CANCELLED', why = :why, finished_at = current_timestamp where id = :id and state in ('RUNNING', 'PAUSED')")
            .param("why", why).param("id", id).update();
        if (changed == 0) throw new ReplayRefused("Replay " + id + " has ended: " + replay.state() + ".");
        db.sql("update replay_item set state = 'CANCELLED', active_job = null, finished_at = current_timestamp where replay_id = :id and state = 'WAITING'").param("id", id).update();
    }

    private void change(long id, String from, String to, String why, String otherwise) {
        Replay replay = get(id);
        int changed = db.sql("update replay set state = :to, why = :why where id = :id and state = :from")
            .param("to", to).param("why", why).param("id", id).param("from", from).update();
        if (changed == 0) throw new ReplayRefused("Replay " + id + " " + otherwise + ": it is " + replay.state() + ".");
    }
}
