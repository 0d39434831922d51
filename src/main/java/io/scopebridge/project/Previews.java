package io.scopebridge.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table plan_preview. */
@Repository
class Previews {

    private final JdbcClient db;
    private final ObjectMapper json;

    Previews(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The id of the new row. */
    long add(String connectionId, String subject, JsonNode options, String settingsHash, String askedBy) {
        var key = new GeneratedKeyHolder();
        db.sql("""
                insert into plan_preview (connection_id, subject, options, settings_hash, asked_by, asked_at)
                values (:connection, :subject, :options, :hash, :by, :now)""")
            .param("connection", connectionId).param("subject", subject).param("options", options.toString()).param("hash", settingsHash)
            .param("by", askedBy).param("now", now()).update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void madeBy(long id, long job) {
        db.sql("update plan_preview set job_id = :job where id = :id").param("job", job).param("id", id).update();
    }

    /** @param plan null when it is refused */
    void made(long id, JsonNode source, String sourceMark, JsonNode plan, JsonNode content) {
        db.sql("update plan_preview set source = :source, source_mark = :mark, plan = :plan, preview = :content, made_at = :now where id = :id")
            .param("source", source.toString()).param("mark", sourceMark).param("plan", plan == null ? null : plan.toString()).param("content", content.toString())
            .param("now", now()).param("id", id).update();
    }

    /** False when another job uses it. */
    boolean use(long id, long job) {
        return db.sql("update plan_preview set used_by_job = :job where id = :id and used_by_job is null").param("job", job).param("id", id).update() == 1;
    }

    Optional<Preview> find(String connectionId, String subject, long id) {
        return db.sql("select * from plan_preview where id = :id and connection_id = :connection and subject = :subject")
            .param("id", id).param("connection", connectionId).param("subject", subject).query(this::preview).optional();
    }

    private Preview preview(ResultSet row, int number) throws SQLException {
        return new Preview(row.getLong("id"), row.getString("subject"), parsed(row.getString("options")), row.getString("settings_hash"),
            row.getString("asked_by"), time(row, "asked_at"), row.getObject("job_id", Long.class), parsed(row.getString("source")), row.getString("source_mark"),
            parsed(row.getString("plan")), parsed(row.getString("preview")), time(row, "made_at"), row.getObject("used_by_job", Long.class));
    }

    private JsonNode parsed(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of plan_preview does not hold JSON", e);
        }
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
