package io.scopebridge.log.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.database.JsonColumn;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.log.FailureLog;
import io.scopebridge.log.LogEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The raw side of a log entry or of a step, as far as the hub keeps inputs of mappings. */
@Component
public class LogSources {

    /** Characters. */
    private static final int LARGEST = 500_000;

    /**
     * What was made of the input.
     *
     * @param step null: of all of it
     * @param job  that read it, or null
     * @param at   inputs read later are those of later work
     */
    public record Work(String connection, String subject, String step, Long job, Instant at) {
    }

    private record Input(String mapping, Instant takenAt, boolean ofThisJob, JsonNode content) {
    }

    private final FailureLog log;
    private final JdbcClient db;

    LogSources(FailureLog log, JdbcClient db) {
        this.log = log;
        this.db = db;
    }

    /** @throws io.scopebridge.log.UnknownLogEntry if there is no such entry */
    Source of(long id) {
        LogEntry entry = log.get(id);
        if (entry.connectionId() == null || entry.subject() == null) return Source.missing("The entry concerns no data of a connection.");
        return of(new Work(entry.connectionId(), entry.subject(), entry.step(), entry.jobId(), entry.lastAt()));
    }

    public Source of(Work work) {
        Optional<Input> input = input(work);
        if (input.isEmpty()) {
            return Source.missing("No input of this work is stored: the work failed before it had read everything, the input was too large, or it is older than the hub keeps inputs.");
        }
        List<Source.Found> records = work.step() == null ? List.of(new Source.Found("", input.get().content())) : RecordsOfStep.of(input.get().content(), work.step(), work.subject());
        if (records.isEmpty()) return Source.missing("The stored input does not contain the record of this step: of work that reads many pages, only the first is stored.");
        if (records.stream().mapToInt(record -> record.value().toString().length()).sum() > LARGEST) {
            return Source.missing("The input is too large to be shown here. Open the mapping " + input.get().mapping() + " and choose it for a draft.");
        }
        return new Source(null, input.get().mapping(), input.get().takenAt(), input.get().ofThisJob(), records);
    }

    /** That of the job, or else the newest of the same subject from before the failure: an equal input is stored once, and a preview made the plan of a push. */
    private Optional<Input> input(Work work) {
        return db.sql("""
                select mapping, taken_at, job_id, input from kept_input
                where connection_id = :connection and subject = :subject and (job_id = :job or taken_at <= :at)
                order by case when job_id = :job then 0 else 1 end, taken_at desc, id desc fetch first 1 rows only""")
            .param("connection", work.connection()).param("subject", work.subject())
            .param("job", work.job() == null ? -1L : work.job()).param("at", TimeColumn.of(work.at()))
            .query((row, n) -> new Input(row.getString("mapping"), TimeColumn.read(row, "taken_at"), work.job() != null && work.job() == row.getLong("job_id"),
                JsonColumn.read(row.getString("input")))).optional();
    }
}
