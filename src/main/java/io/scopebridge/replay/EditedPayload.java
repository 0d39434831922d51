package io.scopebridge.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.ProjectOptions;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Validates an edited payload of a job: the same fields, the same subject, and options that the form accepts. */
@Component
class EditedPayload {

    private record Job(String connection, String subject, String payload) {
    }

    private final JdbcClient db;
    private final ObjectMapper json;
    private final Connections connections;
    private final ProjectOptions options;

    EditedPayload(JdbcClient db, ObjectMapper json, Connections connections, ProjectOptions options) {
        this.db = db;
        this.json = json;
        this.connections = connections;
        this.options = options;
    }

    /**
     * The current payload of the entry's job.
     *
     * @throws InvalidInput with the invalid fields of the edited one
     */
    JsonNode former(long entry, JsonNode edited) {
        Job job = db.sql("select j.connection_id, j.subject, j.payload from log_record e join job_status j on j.id = e.job_id where e.id = ?").param(entry)
            .query((row, n) -> new Job(row.getString(1), row.getString(2), row.getString(3))).optional()
            .orElseThrow(() -> new InvalidInput("payload", "cannot be edited: the entry has no job"));
        JsonNode former = parsed(job.payload());
        List<FieldError> errors = new ArrayList<>();
        former.fieldNames().forEachRemaining(name -> {
            if (names(job.subject(), former.path(name)) && !edited.path(name).equals(former.path(name))) {
                errors.add(new FieldError("payload." + name, "is " + former.path(name) + " and stays so: the job is about " + job.subject()));
            }
        });
        edited.fieldNames().forEachRemaining(name -> {
            if (!former.has(name) && !name.equals("options")) errors.add(new FieldError("payload." + name, "is unknown; remove it"));
        });
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        if (edited.has("options")) checkOptions(job.connection(), edited.path("options"));
        return former;
    }

    private void checkOptions(String connection, JsonNode given) {
        try {
            options.validate(connections.get(connection), given);
        } catch (InvalidInput e) {
            throw e.under("payload.options");
        }
    }

    private static boolean names(String subject, JsonNode value) {
        return value.isValueNode() && subject.endsWith(":" + value.asText());
    }

    private JsonNode parsed(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload of a job is not JSON", e);
        }
    }
}
