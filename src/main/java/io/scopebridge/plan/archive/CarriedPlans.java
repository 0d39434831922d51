package io.scopebridge.plan.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.plan.Links;
import io.scopebridge.plan.PlanReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plan of each subject as it was last carried out, with the way to its records' pages. */
@Component
public class CarriedPlans {

    private static final String KEY = " where connection_id = :connection and subject = :subject";

    /** What a job does, and what for. */
    public record Work(String flow, String subject) {
    }

    private final JdbcClient db;
    private final ObjectMapper json;

    CarriedPlans(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Empty when none was carried out. */
    public Optional<CarriedPlan> find(String connectionId, String subject) {
        return db.sql("select flow, job_subject, plan, links, carried_at from carried_plan" + KEY).param("connection", connectionId).param("subject", subject)
                .query((row, number) -> new CarriedPlan(row.getString("flow"), row.getString("job_subject"), PlanReader.read(parsed(row.getString("plan"))),
                        Links.of(parsed(row.getString("links"))), row.getObject("carried_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The subjects of all plans that jobs of this subject carried out. */
    public List<String> subjects(String connectionId, String jobSubject) {
        return db.sql("select subject from carried_plan where connection_id = :connection and job_subject = :subject order by subject")
                .param("connection", connectionId).param("subject", jobSubject).query(String.class).list();
    }

    /**
     * @param work  flow and subject of the job
     * @param links see {@link Links}
     */
    public void keep(String connectionId, Work work, String subject, JsonNode plan, JsonNode links) {
        if (write("update carried_plan set flow = :flow, job_subject = :job, plan = :plan, links = :links, carried_at = :now" + KEY, connectionId, work, subject, plan, links) == 0) {
            try {
                write("insert into carried_plan (connection_id, subject, flow, job_subject, plan, links, carried_at) "
                        + "values (:connection, :subject, :flow, :job, :plan, :links, :now)", connectionId, work, subject, plan, links);
            } catch (DuplicateKeyException someoneWasFaster) {
                // Both are about to carry out the same subject, of which the lease stops one.
            }
        }
    }

    private int write(String sql, String connectionId, Work work, String subject, JsonNode plan, JsonNode links) {
        return db.sql(sql).param("flow", work.flow()).param("job", work.subject()).param("plan", DatabaseText.of(plan.toString(), Integer.MAX_VALUE)).param("links", links.toString())
                .param("now", Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .param("connection", connectionId).param("subject", subject).update();
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The row of a carried plan does not hold JSON", e);
        }
    }
}
