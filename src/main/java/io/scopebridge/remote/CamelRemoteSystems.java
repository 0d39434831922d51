package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.Connection;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Calls {@code direct:<system>-call} and {@code direct:<system>-pages}. */
@Component
class CamelRemoteSystems implements RemoteSystems {

    private final Routes routes;
    private final Pages pages;
    private final Answers answers;

    CamelRemoteSystems(Routes routes, Pages pages, Answers answers) {
        this.routes = routes;
        this.pages = pages;
        this.answers = answers;
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
}
