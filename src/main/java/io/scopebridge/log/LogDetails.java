package io.scopebridge.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.scopebridge.database.JsonColumn;
import io.scopebridge.failure.Redaction;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One entry in full: the input, the mapped step, the request and the response. */
@Component
class LogDetails {

    /**
     * @param raw      the input: the payload of the flow or the job
     * @param mapped   the step of the plan as the mapping made it; null if the entry has no step, or its plan is not archived
     * @param jobState state of the job; null if there is none
     * @param replays  replays of the entry, newest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(@JsonUnwrapped LogEntry entry, String raw, JsonNode mapped, String jobState, Integer jobAttempts, List<Retries.Past> replays) {
    }

    private record Job(String state, int attempts, String payload) {
    }

    private final FailureLog log;
    private final JdbcClient db;
    private final ObjectProvider<Retries> retries;

    LogDetails(FailureLog log, JdbcClient db, ObjectProvider<Retries> retries) {
        this.log = log;
        this.db = db;
        this.retries = retries;
    }

    /** @throws UnknownLogEntry if there is none */
    Detail of(long id) {
        LogEntry entry = log.get(id);
        Optional<Job> job = Optional.ofNullable(entry.jobId()).flatMap(this::job);
        String raw = entry.payload() != null ? entry.payload() : job.map(Job::payload).map(Redaction::of).orElse(null);
        JsonNode mapped = entry.step() == null || entry.jobId() == null ? null : step(entry.jobId(), entry.step());
        return new Detail(entry, raw, mapped, job.map(Job::state).orElse(null), job.map(Job::attempts).orElse(null),
            Optional.ofNullable(retries.getIfAvailable()).map(door -> door.past(id)).orElse(List.of()));
    }

    private Optional<Job> job(long id) {
        return db.sql("select state, attempts, payload from job_status where id = ?").param(id)
            .query((row, n) -> new Job(row.getString("state"), row.getInt("attempts"), row.getString("payload"))).optional();
    }

    private JsonNode step(long job, String key) {
        JsonNode plan = db.sql("select plan from job_plan where job_id = ?").param(job).query(String.class).optional().map(JsonColumn::read).orElse(NullNode.instance);
        for (JsonNode step : plan.path("steps")) {
            if (step.path("key").asText().equals(key)) return step;
        }
        return null;
    }
}
