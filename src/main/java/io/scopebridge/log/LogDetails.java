package io.scopebridge.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.failure.Redaction;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One entry on its whole way: what went in, what the mapping made of it, what was sent, what was answered. */
@Component
class LogDetails {

    /**
     * @param raw      what went in: what the flow was given, or the payload of the job
     * @param mapped   what the mapping made of it: the step of the plan as it was then; null when the entry is of no step, or it is not kept
     * @param jobState what became of the job; null when there is none
     * @param replays  what was done about it, newest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(@JsonUnwrapped LogEntry entry, String raw, JsonNode mapped, String jobState, Integer jobAttempts, List<Retries.Past> replays) {
    }

    private record Job(String state, int attempts, String payload, String plan) {
    }

    private final FailureLog log;
    private final JdbcClient db;
    private final ObjectMapper json;
    private final ObjectProvider<Retries> retries;

    LogDetails(FailureLog log, JdbcClient db, ObjectMapper json, ObjectProvider<Retries> retries) {
        this.log = log;
        this.db = db;
        this.json = json;
        this.retries = retries;
    }

    /** @throws UnknownLogEntry when there is none */
    Detail of(long id) {
        LogEntry entry = log.get(id);
        Optional<Job> job = Optional.ofNullable(entry.jobId()).flatMap(this::job);
        String raw = entry.payload() != null ? entry.payload() : job.map(Job::payload).map(Redaction::of).orElse(null);
        JsonNode mapped = entry.step() == null ? null : job.map(Job::plan).map(plan -> step(plan, entry.step())).orElse(null);
        return new Detail(entry, raw, mapped, job.map(Job::state).orElse(null), job.map(Job::attempts).orElse(null),
            Optional.ofNullable(retries.getIfAvailable()).map(door -> door.past(id)).orElse(List.of()));
    }

    private Optional<Job> job(long id) {
        return db.sql("select j.state, j.attempts, j.payload, p.plan from job j left join kept_plan p on p.job_id = j.id where j.id = ?").param(id)
            .query((row, n) -> new Job(row.getString("state"), row.getInt("attempts"), row.getString("payload"), row.getString("plan"))).optional();
    }

    private JsonNode step(String plan, String key) {
        try {
            for (JsonNode step : json.readTree(plan).path("steps")) {
                if (step.path("key").asText().equals(key)) return step;
            }
            return null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The plan that was kept is not JSON", e);
        }
    }
}
