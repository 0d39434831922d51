package io.scopebridge.connection;

import io.scopebridge.schema.SchemaFiles;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Which actions a connection supports: its system lists them in {@code x-offers} of its connection.schema.json, and its features are on. */
@Component
public class ProjectActions {

    private final SchemaFiles schemas;

    ProjectActions(SchemaFiles schemas) {
        this.schemas = schemas;
    }

    /** @throws ActionRefused if the system does not support it, or the CRM feature of the connection is off */
    public void require(Connection connection, ProjectAction action) {
        boolean offered = StreamSupport.stream(schemas.connection(connection.system()).tree().path("x-offers").spliterator(), false)
            .anyMatch(name -> name.asText().equals(action.event()));
        if (!offered) {
            throw new ActionRefused(false, "'" + action.words() + "' is not supported by " + connection.system() + ".");
        }
        if (!hasCrm(connection)) {
            throw new ActionRefused(true, "'" + action.words() + "' is switched off: the CRM feature of the connection '" + connection.id()
                + "' is off. Set features.crm to true first.");
        }
    }

    /** Whether opportunities may be written. */
    public static boolean hasCrm(Connection connection) {
        return connection.has(Feature.CRM);
    }
}
