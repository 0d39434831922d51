package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.Fast;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The class of a refusal decides who does what about it: the words of the systems for trouble of their own, for rights, keys and limits. */
@Fast
class DiagnosedMessagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings("file:mappings", JSON);

    /** Autotask reports all of them in the list of a status 500. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Transaction (Process ID 77) was deadlocked on lock resources with another process and has been chosen as the deadlock victim. Rerun the transaction. | OUTCOME_UNKNOWN
        Timeout expired. The timeout period elapsed prior to completion of the operation or the server is not responding. | OUTCOME_UNKNOWN
        An error occurred while processing your request. | OUTCOME_UNKNOWN
        An unexpected error has occurred. Please try again. | OUTCOME_UNKNOWN
        Object reference not set to an instance of an object. | OUTCOME_UNKNOWN
        The service is temporarily unavailable. | OUTCOME_UNKNOWN
        The system is undergoing maintenance. | OUTCOME_UNKNOWN
        You have exceeded the maximum number of requests allowed for your database in 60 minutes. | RATE_LIMIT
        The API request threshold of 10000 has been exceeded. | RATE_LIMIT
        IntegrationCode is invalid. | CONFIGURATION
        The user account is locked. | AUTHENTICATION
        Invalid username or password. | AUTHENTICATION
        You do not have permission to create Tasks. | PERMISSION
        The API user is not authorized to access this entity. | PERMISSION
        Access is denied. | PERMISSION
        The logged in Resource does not have the adequate permissions to create this entity type: Project. | PERMISSION
        The query exceeds the maximum of 500 'OR' conditions. | BUG
        The value "Session timeout policy" of title is not allowed here. | VALIDATION
        Error occurred: the due date is before the start date. | VALIDATION
        String value exceeds maximum length (field:description). | VALIDATION
        Missing required field: departmentID. | VALIDATION
        Project is complete. Tasks cannot be added. | VALIDATION
        """)
    void ofAutotask(String message, String type) {
        for (Object error : List.of(message, Map.of("message", message))) {
            assertThat(verdict("autotask", "POST", "/Projects/812/Tasks", 500, Map.of("errors", List.of(error))).path("class").asText()).isEqualTo(type);
        }
    }

    @Test
    void aReadThatMeetsTroubleOfTheServerIsRepeated() {
        assertThat(verdict("autotask", "POST", "/Tasks/query", 500, Map.of("errors", List.of("Timeout expired."))).path("class").asText()).isEqualTo("TRANSIENT");
        for (int status : List.of(502, 503, 504)) {
            assertThat(verdict("autotask", "POST", "/Projects", status, Map.of("errors", List.of("no"))).path("class").asText()).as("%s", status).isEqualTo("OUTCOME_UNKNOWN");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET | /service/tickets | 400 | Cannot route. Codebase/company is invalid | CONFIGURATION
        POST | /project/projects | 400 | Cannot route. Codebase/company is invalid | CONFIGURATION
        POST | /project/tickets | 400 | The project 88 is closed. | VALIDATION
        POST | /project/tickets | 400 | Timeout expired. The timeout period elapsed. | OUTCOME_UNKNOWN
        GET | /project/tickets | 400 | Execution timeout expired. | TRANSIENT
        GET | /project/tickets | 400 | Invalid field name. | BUG
        POST | /project/projects | 409 | A project was locked by another user. | TRANSIENT
        GET | /project/projects/7 | 410 | | MISSING_REFERENCE
        POST | /project/projects | 402 | | CONFIGURATION
        POST | /project/projects | 407 | | CONFIGURATION
        POST | /project/projects | 423 | | TRANSIENT
        POST | /project/projects | 425 | | OUTCOME_UNKNOWN
        """)
    void ofConnectWise(String method, String path, int status, String message, String type) {
        assertThat(verdict("connectwise", method, path, status, Map.of("code", "x", "message", message == null ? "" : message)).path("class").asText()).isEqualTo(type);
    }

    @Test
    void whatExistsAlreadyIsSaidByTheCodeAlone() {
        for (int status : List.of(400, 409)) {
            assertThat(verdict("connectwise", "POST", "/project/projects", status, Map.of("code", "ObjectExists", "message", "taken")).path("class").asText()).isEqualTo("DUPLICATE");
        }
    }

    /** Whatever is in the place of a text, a refusal keeps its class and its name. */
    @Test
    void oddMessagesAreRefusalsAllTheSame() {
        for (Object odd : List.of(7, true, List.of(), Map.of("x", 1), "")) {
            assertThat(verdict("autotask", "POST", "/Projects", 500, Map.of("errors", List.of(Map.of("message", odd, "field", odd)))).path("cause").asText()).isNotEmpty();
            assertThat(verdict("autotask", "POST", "/Projects", 404, Map.of("Message", odd)).path("cause").asText()).isNotEmpty();
            assertThat(verdict("connectwise", "POST", "/project/projects", 400, Map.of("code", odd, "message", odd, "errors", List.of(Map.of("code", odd, "message", odd, "field", odd)))).path("cause").asText()).isNotEmpty();
            assertThat(verdict("scopestack", "POST", "/projects", 422, Map.of("errors", List.of(Map.of("detail", odd, "status", odd, "source", Map.of("pointer", odd))))).path("cause").asText()).isNotEmpty();
            assertThat(verdict("scopestack", "POST", "/oauth/token", 400, Map.of("error", "invalid_grant", "error_description", odd)).path("class").asText()).isEqualTo("AUTHENTICATION");
        }
    }

    private static JsonNode verdict(String system, String method, String path, int status, Object answer) {
        ObjectNode input = JSON.createObjectNode();
        input.putObject("call").put("method", method).put("path", path).putArray("fields");
        input.putObject("answer").put("status", status).put("text", "x").set("json", JSON.valueToTree(answer));
        ((ObjectNode) input.path("answer")).putObject("headers");
        return JSON.valueToTree(MAPPINGS.apply(system + "/diagnosis", input));
    }
}
