package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.Connection;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** All pages of a listing, for routes: {@code bean:pages?method=of(connection, system, path, query)}. */
@Component("pages")
public class Pages {

    private final Routes routes;

    Pages(Routes routes) {
        this.routes = routes;
    }

    /** The pages as received; the query is percent-encoded and may be null. */
    public List<JsonNode> of(Connection connection, String system, String path, String query) {
        return of(connection, system, Call.get(path, query));
    }

    List<JsonNode> of(Connection connection, String system, Call call) {
        List<JsonNode> pages = new ArrayList<>();
        for (String query : QueryAlternatives.of(call.query())) {
            routes.send("direct:" + system + "-pages", connection, sent -> {
                new Call(call.method(), call.path(), query, call.body()).into(sent.getMessage());
                sent.setVariable("onPage", "bean:answers?method=keep");
                sent.setVariable("pages", pages);
            });
        }
        return pages;
    }
}
