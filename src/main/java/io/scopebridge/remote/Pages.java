package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All pages of a listing, for routes: {@code bean:pages?method=of(connection, system, path, query)}. */
@Component("pages")
public class Pages {

    private final Routes routes;
    private final ObjectMapper json;

    Pages(Routes routes, ObjectMapper json) {
        this.routes = routes;
        this.json = json;
    }

    /** The pages as received; the query is percent-encoded and may be null. */
    public List<JsonNode> of(Connection connection, String system, String path, String query) {
        return of(connection, system, Call.get(path, query));
    }

    /**
     * What is at each of several addresses: {@code data} as a list and, where asked for, {@code of}. What does not exist is left out.
     *
     * @param wanted with {@code path}, {@code list} (whether it is read page by page) and {@code of}
     */
    public List<JsonNode> each(Connection connection, String system, List<Map<String, Object>> wanted) {
        List<JsonNode> answers = new ArrayList<>();
        for (Map<String, Object> one : wanted) {
            String path = String.valueOf(one.get("path"));
            ArrayNode data = JsonNodeFactory.instance.arrayNode();
            if (Boolean.TRUE.equals(one.get("list"))) of(connection, system, path, "page%5Bsize%5D=250").forEach(page -> page.path("data").forEach(data::add));
            else single(connection, system, path).ifPresent(data::add);
            answers.add(JsonNodeFactory.instance.objectNode().put("of", (String) one.get("of")).set("data", data));
        }
        return answers;
    }

    private Optional<JsonNode> single(Connection connection, String system, String path) {
        try {
            JsonNode answer = json.valueToTree(routes.send("direct:" + system + "-read", connection, sent -> Call.get(path, null).into(sent.getMessage())).getMessage().getBody());
            return Optional.of(answer.path("data")).filter(JsonNode::isObject);
        } catch (RemoteFailure failed) {
            if (failed.failure().type() == FailureClass.MISSING_REFERENCE) return Optional.empty();
            throw failed;
        }
    }

    /** The list of a system that has no such list. */
    public List<Object> none() {
        return List.of();
    }

    /** Those of the ids that no row has: the system gave no record for them. */
    public List<Object> missing(List<?> ids, List<?> rows) {
        Set<String> found = rows.stream().filter(Map.class::isInstance).map(row -> String.valueOf(((Map<?, ?>) row).get("id"))).collect(Collectors.toSet());
        return ids.stream().filter(id -> !found.contains(String.valueOf(id))).map(Object.class::cast).toList();
    }

    /**
     * The rows of all pages as maps and lists; no page is kept longer than until its rows are taken.
     *
     * @param list points to the list in a page, "" if the page is the list
     * @param keep the parts of a row that are taken, such as {@code attributes.name}; empty: all
     */
    List<Object> rows(Connection connection, String system, Call call, String list, List<String> keep) {
        List<Object> rows = new ArrayList<>();
        read(connection, system, call, new Arriving(page -> Expected.rows(page, list, call).forEach(row -> rows.add(json.convertValue(RowParts.of(row, keep), Object.class)))));
        return rows;
    }

    /** Takes pages one by one and holds none. */
    private static final class Arriving extends AbstractList<JsonNode> {

        private final Consumer<JsonNode> taker;

        Arriving(Consumer<JsonNode> taker) {
            this.taker = taker;
        }

        @Override
        public boolean add(JsonNode page) {
            taker.accept(page);
            return true;
        }

        @Override
        public JsonNode get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            return 0;
        }
    }

    List<JsonNode> of(Connection connection, String system, Call call) {
        List<JsonNode> pages = new ArrayList<>();
        read(connection, system, call, pages);
        return pages;
    }

    private void read(Connection connection, String system, Call call, List<JsonNode> pages) {
        for (String query : QueryAlternatives.of(call.query())) {
            routes.send("direct:" + system + "-pages", connection, sent -> {
                new Call(call.method(), call.path(), query, call.body()).into(sent.getMessage());
                sent.setVariable("onPage", "bean:answers?method=keep");
                sent.setVariable("pages", pages);
            });
        }
    }
}
