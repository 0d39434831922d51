package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.database.JsonColumn;
import io.scopebridge.database.TimeColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table plan_preview. */
@Repository
class Previews {

    private final JdbcClient db;

    Previews(JdbcClient db) {
        this.db = db;
    }

    /** The id of the new row. */
    long add(String connectionId, String subject, JsonNode options, String settingsHash, String askedBy) {
        var key = new GeneratedKeyHolder();
        db.sql("""
                insert into plan_preview (connection_id, subject, options, settings_hash, asked_by, asked_at)
                values (:connection, :subject, :options, :hash, :by, :now)""")
            .param("connection", connectionId).param("subject", subject).param("options", JsonColumn.text(options)).param("hash", settingsHash)
            .param("by", askedBy).param("now", TimeColumn.now()).update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void madeBy(long id, long job) {
        db.sql("update plan_preview set job_id = :job where id = :id").param("job", job).param("id", id).update();
    }

    /** @param plan its number in the archive, also if it contains problems */
    void made(long id, long plan, JsonNode content) {
        db.sql("update plan_preview set plan_id = :plan, preview = :content, made_at = :now where id = :id")
            .param("plan", plan).param("content", JsonColumn.text(content)).param("now", TimeColumn.now()).param("id", id).update();
    }

    /** False if another job uses it. */
    boolean use(long id, long job) {
        return db.sql("update plan_preview set used_by_job = :job where id = :id and used_by_job is null").param("job", job).param("id", id).update() == 1;
    }

    Optional<Preview> find(String connectionId, String subject, long id) {
        return db.sql("select * from plan_preview where id = :id and connection_id = :connection and subject = :subject")
            .param("id", id).param("connection", connectionId).param("subject", subject).query(Previews::preview).optional();
    }

    private static Preview preview(ResultSet row, int number) throws SQLException {
        return new Preview(row.getLong("id"), row.getString("subject"), JsonColumn.read(row.getString("options")), row.getString("settings_hash"),
            row.getString("asked_by"), TimeColumn.read(row, "asked_at"), row.getObject("job_id", Long.class), row.getObject("plan_id", Long.class),
            JsonColumn.read(row.getString("preview")), TimeColumn.read(row, "made_at"), row.getObject("used_by_job", Long.class));
    }
}
