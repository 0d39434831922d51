package io.scopebridge.log;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.Redaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The failures in the table {@code log_entry}. Contains no credentials. */
@Component
public class FailureLog {

    /** Maximum length of a stored text, in characters; the rest is truncated. */
    static final int LONGEST_TEXT = 500_000;
    private static final int MOST_ROWS = 500;

    private final JdbcClient db;
    private final SubjectNames names;

    FailureLog(JdbcClient db) {
        this.db = db;
        this.names = new SubjectNames(db);
    }

    /**
     * Logs a failure. If it is already open (same connection, flow, subject, step, class and cause), the entry counts it and stores the
     * newest payload, request and response. Safe with any number of writers and nodes. An entry that is opened is in the outbox of the log
     * in the same transaction.
     *
     * @return id of the entry; 0 when there is none, because the job was deleted with its connection while it ran
     */
    @Transactional
    public long write(FailedWork work) {
        if (work.jobId() != null && !exists(work.jobId())) return 0;
        String fingerprint = fingerprint(work);
        SubjectNames.Named named = names.of(work);
        for (int tries = 0; tries < 20; tries++) {
            Optional<Long> open = countAgain(work, named, fingerprint);
            if (open.isEmpty()) {
                open = insert(work, named, fingerprint);
            }
            if (open.isPresent()) {
                return open.get();
            }
        }
        throw new IllegalStateException("The log entry of " + work.flow() + " is opened and resolved faster than it can be stored");
    }

    private boolean exists(long job) {
        return db.sql("select count(*) from job_status where id = ?").param(job).query(Integer.class).single() > 0;
    }

    private Optional<Long> countAgain(FailedWork work, SubjectNames.Named named, String fingerprint) {
        record Open(long id, boolean isProblem) {
        }

        Optional<Open> open = db.sql("select id, problem from log_entry where open_fingerprint = :fingerprint").param("fingerprint", fingerprint)
                .query((row, number) -> new Open(row.getLong("id"), row.getString("problem") != null)).optional()
                .filter(entry -> texts(db.sql("""
                        update log_entry set occurrences = occurrences + 1, last_at = :now, remedy = :remedy, job_id = :job,
                          payload = :payload, request = :request, response = :response, stack_trace = :trace, problem = :problem,
                          subject_name = coalesce(:subjectName, subject_name), step_title = coalesce(:stepTitle, step_title)
                        where id = :id and open_fingerprint = :fingerprint"""), work, named)
                        .param("id", entry.id()).param("fingerprint", fingerprint).update() == 1);
        open.filter(entry -> !entry.isProblem()).ifPresent(entry -> opened(work));
        return open.map(Open::id);
    }

    private Optional<Long> insert(FailedWork work, SubjectNames.Named named, String fingerprint) {
        Failure failure = work.failure();
        KeyHolder key = new GeneratedKeyHolder();
        int rows = texts(db.sql("""
                insert into log_entry (connection_id, flow, subject, step, job_id, failure_class, cause, remedy, field, searchable,
                  payload, request, response, stack_trace, open_fingerprint, problem, subject_name, step_title, state, created_at, last_at)
                values (:connection, :flow, :subject, :step, :job, :class, :cause, :remedy, :field, :searchable,
                  :payload, :request, :response, :trace, :fingerprint, :problem, :subjectName, :stepTitle, 'OPEN', :now, :now)
                on conflict do nothing"""), work, named)
                .param("connection", work.connectionId()).param("flow", cut(work.flow(), 60))
                .param("subject", cut(work.subject(), 200)).param("step", cut(work.step(), 200))
                .param("class", failure.type().name()).param("cause", kept(failure.cause()))
                .param("field", cut(failure.field(), 200)).param("searchable", searchable(work, named)).param("fingerprint", fingerprint)
                .update(key, "id");
        if (rows == 0) return Optional.empty();
        opened(work);
        return Optional.of(Objects.requireNonNull(key.getKey()).longValue());
    }

    private void opened(FailedWork work) {
        db.sql("insert into log_outbox (problem) values (?)").param(ProblemKey.of(work)).update();
    }

    private static JdbcClient.StatementSpec texts(JdbcClient.StatementSpec statement, FailedWork work, SubjectNames.Named named) {
        return statement.param("now", now()).param("subjectName", cut(named.subject(), 500)).param("stepTitle", cut(named.step(), 500)).param("problem", ProblemKey.of(work)).param("job", work.jobId()).param("remedy", kept(work.failure().remedy()))
                .param("payload", kept(work.payload())).param("request", kept(work.failure().request()))
                .param("response", kept(work.failure().response())).param("trace", kept(trace(work.thrown())));
    }

    /**
     * Resolves the open entries of work that has succeeded.
     *
     * @param subject null: those without a subject
     * @param step    null: every step of the subject
     * @return how many were resolved
     */
    public int resolve(String connectionId, String flow, String subject, String step) {
        return db.sql("""
                update log_entry set state = 'RESOLVED', open_fingerprint = null, resolved_at = :now
                where state = 'OPEN' and connection_id is not distinct from :connection and flow = :flow
                  and subject is not distinct from :subject and (cast(:step as varchar(200)) is null or step = :step)""")
                .param("now", now()).param("connection", connectionId).param("flow", cut(flow, 60))
                .param("subject", cut(subject, 200)).param("step", cut(step, 200)).update();
    }

    /** Resolves these entries, because the work has succeeded. */
    public void resolve(Collection<Long> ids) {
        if (ids.isEmpty()) return;
        db.sql("update log_entry set state = 'RESOLVED', open_fingerprint = null, resolved_at = :now where state = 'OPEN' and id in (:ids)")
                .param("now", now()).param("ids", ids).update();
    }

    /** Resolves the open entries of a step except those with one of the causes. */
    public int resolveExcept(String connectionId, String flow, String subject, String step, Collection<String> causes) {
        return db.sql("""
                update log_entry set state = 'RESOLVED', open_fingerprint = null, resolved_at = :now
                where state = 'OPEN' and connection_id = :connection and flow = :flow and subject = :subject and step = :step
                  and cause not in (:causes)""")
                .param("now", now()).param("connection", connectionId).param("flow", flow).param("subject", subject)
                .param("step", step).param("causes", causes.stream().map(FailureLog::kept).toList()).update();
    }

    /** Resolves the open entries of the flow as a whole: those without a step. */
    public int resolveWhole(String connectionId, String flow, String subject) {
        return db.sql("""
                update log_entry set state = 'RESOLVED', open_fingerprint = null, resolved_at = :now
                where state = 'OPEN' and connection_id = :connection and flow = :flow and subject = :subject and step is null""")
                .param("now", now()).param("connection", connectionId).param("flow", flow).param("subject", subject).update();
    }

    public Optional<LogEntry> find(long id) {
        return db.sql("select * from log_entry where id = :id").param("id", id).query(LogRows.WHOLE).optional();
    }

    /** @throws UnknownLogEntry if there is none */
    public LogEntry get(long id) {
        return find(id).orElseThrow(() -> new UnknownLogEntry(id));
    }

    /** The newest entries with their texts, the newest first. */
    List<LogEntry> newest(int limit) {
        return db.sql("select * from log_entry order by id desc limit " + Math.max(1, Math.min(limit, MOST_ROWS))).query(LogRows.WHOLE).list();
    }

    private static String fingerprint(FailedWork work) {
        String what = String.join("\0", String.valueOf(work.connectionId()), work.flow(), String.valueOf(work.subject()),
                String.valueOf(work.step()), work.failure().type().name(), work.failure().cause());
        return DigestUtils.sha256Hex(what);
    }

    private static String searchable(FailedWork work, SubjectNames.Named named) {
        String all = Stream.of(work.failure().field(), work.subject(), named.subject(), work.step(), named.step(), named.connection(), work.failure().cause())
                .filter(Objects::nonNull).collect(Collectors.joining(" "));
        return cut(kept(all).toLowerCase(Locale.ROOT), 2_000);
    }

    /** PostgreSQL does not accept NUL in text. */
    private static String kept(String text) {
        return text == null ? null : cut(Redaction.of(text, LONGEST_TEXT), LONGEST_TEXT);
    }

    private static String cut(String text, int length) {
        return DatabaseText.of(text, length);
    }

    private static String trace(Throwable thrown) {
        if (thrown == null) {
            return null;
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return cut(text.toString(), 30_000);
    }

    private static OffsetDateTime now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
