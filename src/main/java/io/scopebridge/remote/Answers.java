package io.scopebridge.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Operations for routes on the response of a call: {@code bean:answers?method=good} after {@code direct:<system>-call}. */
@Component("answers")
public class Answers {

    private final ObjectMapper json;
    private final Diagnoses diagnoses;

    Answers(ObjectMapper json, Diagnoses diagnoses) {
        this.json = json;
        this.diagnoses = diagnoses;
    }

    /**
     * Sets the body to the response's JSON as maps and lists.
     *
     * @throws RemoteFailure if the response is not successful
     */
    public void good(Exchange exchange, @Variable("connection") Connection connection, @Variable("system") String system, @Variable("call") Call call,
                     @Variable("sentHeaders") String sentHeaders) {
        Answer answer = answer(exchange.getMessage(), sentHeaders);
        exchange.getMessage().setBody(json.convertValue(checked(connection, system, call, answer), Object.class));
    }

    /** @param what what the body must have, see {@link Expected} */
    public void has(Exchange exchange, @Variable("call") Call call, String what) {
        Expected.in(exchange.getMessage().getBody(), what, call);
    }

    /** Adds the response's JSON to the list in the variable {@code pages}. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public void keep(Exchange exchange, @Variable("pages") List pages) {
        pages.add(json.valueToTree(exchange.getMessage().getBody()));
    }

    /** Serializes the body as JSON. */
    public void write(Exchange exchange) throws JsonProcessingException {
        Object body = exchange.getMessage().getBody();
        if (body != null && !(body instanceof String)) exchange.getMessage().setBody(json.writeValueAsString(body));
    }

    Answer answer(Message message, String sentHeaders) {
        String text = message.getBody(String.class);
        Map<String, String> headers = new TreeMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (value != null && !name.startsWith("Camel")) headers.put(name.toLowerCase(Locale.ROOT), value.toString());
        });
        return new Answer(message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class), headers, text, parsed(text),
            sentHeaders == null ? "" : sentHeaders);
    }

    private JsonNode checked(Connection connection, String system, Call call, Answer answer) {
        diagnoses.of(connection, system, call, answer).ifPresent(failure -> {
            throw new RemoteFailure(failure);
        });
        if (answer.json() == null && answer.status() != 204) {
            throw new RemoteFailure(Failure.of(FailureClass.TRANSIENT, "The response is not JSON.",
                "Check the response: it may come from a gateway or a login page.").withExchange(call.shown(answer.sent()), answer.shown()));
        }
        return answer.json();
    }

    private JsonNode parsed(String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return json.readTree(text);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
