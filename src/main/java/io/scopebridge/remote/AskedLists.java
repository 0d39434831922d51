package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads a list that a mapping describes: {@code path}, {@code query}, {@code method}, {@code body}, and what the answer looks like. */
@Component
public class AskedLists {

    private final Pages pages;
    private final Routes routes;
    private final Paging paging;
    private final ObjectMapper json;

    AskedLists(Pages pages, Routes routes, Paging paging, ObjectMapper json) {
        this.pages = pages;
        this.routes = routes;
        this.paging = paging;
        this.json = json;
    }

    /**
     * All rows, as maps and lists; null if nothing is at the path and {@code absent} says that this is an answer.
     *
     * @param list {@code rows}: the name of the list in a page, empty if a page is the list; {@code single}: it is one answer without pages; {@code keep}: the parts of a row that are
     *             needed, all if it is absent;
     *             {@code count}: a call ({@code path}, {@code query}, {@code body}) whose {@code field} says how many there are
     * @throws RemoteFailure if it is not proven that these are all
     */
    public List<Object> read(Connection connection, String system, Map<String, Object> list) {
        try {
            String rows = text(list, "rows", "");
            Call call = call(list);
            List<Object> read = Boolean.TRUE.equals(list.get("single")) ? single(connection, system, call, rows) : pages.rows(connection, system, call, rows.isEmpty() ? "" : "/" + rows, texts(list.get("keep")));
            if (list.get("count") instanceof Map<?, ?> count) compare(connection, system, call, count, read.size());
            return read;
        } catch (RemoteFailure failed) {
            if (Boolean.TRUE.equals(list.get("absent")) && failed.failure().type() == FailureClass.MISSING_REFERENCE) return null;
            throw failed;
        }
    }

    private List<Object> single(Connection connection, String system, Call call, String rows) {
        Object answer = routes.read(connection, system, call);
        if (rows.isEmpty() && answer instanceof Map<?, ?>) return List.of(answer);
        return new ArrayList<>(new ListRead(rows).page(answer, call.method() + " " + call.path()));
    }

    private void compare(Connection connection, String system, Call list, Map<?, ?> count, int read) {
        long there = paging.count(routes.read(connection, system, call(count)), text(count, "field", "count"));
        if (there != read) throw new RemoteFailure(Failure.of(FailureClass.VALIDATION, "The list of " + list.method() + " " + list.path() + " was read incompletely: " + read + " of " + there + " rows.",
            "Try again later. If it persists, check the rights of the connection's user and whatever is between the hub and the remote system."));
    }

    private Call call(Map<?, ?> asked) {
        JsonNode body = asked.get("body") == null ? null : json.valueToTree(asked.get("body"));
        return new Call(text(asked, "method", "GET"), text(asked, "path", ""), text(asked, "query", null), body);
    }

    private static List<String> texts(Object given) {
        return given instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private static String text(Map<?, ?> asked, String name, String otherwise) {
        return asked.get(name) instanceof String text && !text.isEmpty() ? text : otherwise;
    }
}
