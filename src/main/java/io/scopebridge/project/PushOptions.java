package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ProjectOptions;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.web.InvalidInput;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The values of the form Create PSA project for the flow: complete and valid. */
@Component("pushOptions")
public class PushOptions {

    private final ProjectOptions options;
    private final ObjectMapper json;

    PushOptions(ProjectOptions options, ObjectMapper json) {
        this.options = options;
        this.json = json;
    }

    /** They were valid when requested; the form may have changed since. */
    public Map<String, Object> complete(Connection connection, Map<String, Object> given) {
        try {
            return json.convertValue(options.validate(connection, (JsonNode) json.valueToTree(given)), json.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
        } catch (InvalidInput e) {
            throw new RemoteFailure(Failure.of(FailureClass.VALIDATION, "The options of the project are not valid: " + e.getMessage(),
                "Submit the project again with other options, or correct the default options of the connection."), e);
        }
    }
}
