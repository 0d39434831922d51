package io.scopebridge.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plan of each subject as it was last carried out, with the way to its records' pages. */
@Component
public class CarriedPlans {

    private static final String KEY = " where connection_id = :connection and subject = :subject";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CarriedPlans(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty when none was carried out. */
    public Optional<CarriedPlan> find(String connectionId, String subject) {
        return jdbc.sql("select plan, links, carried_at from carried_plan" + KEY).param("connection", connectionId).param("subject", subject)
                .query((row, number) -> CarriedPlan.of(parsed(row.getString(1)), parsed(row.getString(2)), row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** @param links see {@link Links} */
    void keep(String connectionId, String subject, JsonNode plan, JsonNode links) {
        if (write("update carried_plan set plan = :plan, links = :links, carried_at = :now" + KEY, connectionId, subject, plan, links) == 0) {
            try {
                write("insert into carried_plan (connection_id, subject, plan, links, carried_at) values (:connection, :subject, :plan, :links, :now)",
                        connectionId, subject, plan, links);
            } catch (DuplicateKeyException someoneWasFaster) {
                // Both are about to carry out the same subject, of which the lease stops one.
            }
        }
    }

    private int write(String sql, String connectionId, String subject, JsonNode plan, JsonNode links) {
        return jdbc.sql(sql).param("plan", DatabaseText.of(plan.toString(), Integer.MAX_VALUE)).param("links", links.toString())
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
