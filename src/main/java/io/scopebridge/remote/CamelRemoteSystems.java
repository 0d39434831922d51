package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.text.LenientNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Calls {@code direct:<system>-call} and {@code direct:<system>-pages}. */
@Component
class CamelRemoteSystems implements RemoteSystems {

    private static final Set<FailureClass> NOT_OFFERED = Set.of(FailureClass.BUG, FailureClass.VALIDATION, FailureClass.CONFIGURATION, FailureClass.PERMISSION, FailureClass.MISSING_REFERENCE);

    private final Routes routes;
    private final Pages pages;
    private final Answers answers;
    private final RefusedParts refusedParts;
    private final ObjectMapper json;

    CamelRemoteSystems(Routes routes, Pages pages, Answers answers, RefusedParts refusedParts, ObjectMapper json) {
        this.routes = routes;
        this.pages = pages;
        this.answers = answers;
        this.refusedParts = refusedParts;
        this.json = json;
    }

    @Override
    public Answer call(Connection connection, String system, Call call) {
        Exchange exchange = routes.send("direct:" + system + "-call", connection, sent -> call.into(sent.getMessage()));
        return answers.answer(exchange.getMessage(), exchange.getVariable("sentHeaders", String.class));
    }

    @Override
    public List<JsonNode> list(Connection connection, String system, Call call, String rows) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode page : pages.of(connection, system, call)) Expected.rows(page, rows, call).forEach(found::add);
        return found;
    }

    @Override
    public OptionalLong count(Connection connection, String system, Call call, String pointer) {
        if (refusedParts.refuses(connection, system, call)) return OptionalLong.empty();
        JsonNode answer;
        try {
            answer = json.valueToTree(routes.read(connection, system, call));
        } catch (RemoteFailure refused) {
            if (!NOT_OFFERED.contains(refused.failure().type())) throw refused;
            refusedParts.noteWhole(connection, system, call);
            return OptionalLong.empty();
        }
        return OptionalLong.of(number(answer.at(pointer)).filter(count -> count.signum() >= 0).map(BigDecimal::longValue).orElseThrow(() -> new RemoteFailure(
            new Failure(FailureClass.TRANSIENT, "The response to " + call.method() + " " + call.path() + " has no number at '" + pointer + "'.",
                "No action needed at first: it is asked again. If it persists, check whatever is between the hub and the remote system.", null, null, null, null))));
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        return value.isNumber() || value.isTextual() ? LenientNumber.of(value.asText()) : Optional.empty();
    }
}
