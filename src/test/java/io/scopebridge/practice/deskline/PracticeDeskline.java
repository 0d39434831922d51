package io.scopebridge.practice.deskline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Refusal;
import io.scopebridge.practice.Request;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A PSA that does not exist: boards with lists and cards, an API key, pages of two, ids that are texts. */
public class PracticeDeskline extends PracticeServer {

    public static final String API_KEY = "deskline-practice-key";

    private static final int PAGE = 2;
    private static final Map<String, Set<String>> FIELDS = Map.of("boards", Set.of("title", "reference", "customer", "colour", "due"),
        "lists", Set.of("title", "reference"), "cards", Set.of("title", "reference", "list", "hours"));

    public PracticeDeskline() {
        List.of("Adatum", "Northwind Traders", "Tailspin Toys").forEach(name ->
            create("customers", JSON.createObjectNode().put("name", name)));
        on("GET", "/customers", request -> list(request, "customers", row -> true));
        List.of("Firewall", "Wi-Fi", "Backup", "Phones", "Cabling").forEach(title -> create("deals", JSON.createObjectNode().put("title", title)
            .put("customer", "customer-2").put("customerName", "Northwind Traders").put("state", "open").put("worth", 1200.5).put("changed", "2026-01-05T10:00:00Z")));
        on("GET", "/states", request -> Answer.of(200, states()));
        on("GET", "/deals", request -> list(request, "deals", asked(request)));
        on("GET", "/deals/count", request -> Answer.of(200, JSON.createObjectNode().put("count", all("deals").size())));
        on("GET", "/boards", request -> list(request, "boards", row -> true));
        on("POST", "/boards", request -> create(request, "boards", null));
        for (String type : List.of("lists", "cards")) {
            on("GET", "/boards/([a-z]+-\\d+)/" + type, request -> list(request, type, ofBoard(request)));
            on("POST", "/boards/([a-z]+-\\d+)/" + type, request -> create(request, type, board(request)));
        }
    }

    public List<ObjectNode> all(String type) {
        return records().all(type);
    }

    @Override
    protected void admit(Request request) {
        if (!request.header("X-Api-Key").filter(API_KEY::equals).isPresent()) throw new Refusal(error(401, "Unknown key"));
    }

    @Override
    protected Answer error(int status, String message) {
        return Answer.of(status, JSON.createObjectNode().put("error", message));
    }

    private Answer list(Request request, String type, Predicate<JsonNode> which) {
        int page = Integer.parseInt(request.parameter("page").orElse("1"));
        List<ObjectNode> rows = all(type).stream().filter(which).toList();
        ObjectNode answer = JSON.createObjectNode();
        rows.stream().skip((long) PAGE * (page - 1)).limit(PAGE).forEach(answer.withArray("items")::add);
        if (!answer.has("items")) answer.putArray("items");
        if (rows.size() > PAGE * page) answer.put("next", page + 1);
        else answer.putNull("next");
        return Answer.of(200, answer);
    }

    private Answer create(Request request, String type, String board) {
        if (!(request.json() instanceof ObjectNode body)) throw new Refusal(error(400, "No JSON"));
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.get(type).contains(name)) throw new Refusal(error(422, "Unknown field " + name));
        }
        if (body.path("title").asText().isBlank() || body.path("title").asText().length() > 60) throw new Refusal(error(422, "title must have 1 to 60 characters"));
        if (type.equals("boards")) known("customers", body.path("customer").asText());
        if (type.equals("cards") && !known("lists", body.path("list").asText()).path("board").asText().equals(board)) throw new Refusal(error(422, "The list is on another board"));
        ObjectNode made = body.deepCopy();
        if (board != null) made.put("board", board);
        return Answer.of(201, create(type, made));
    }

    private ObjectNode create(String type, ObjectNode row) {
        synchronized (records()) {
            long number = records().nextId(type, 1);
            return records().put(type, number, row.put("id", type.substring(0, type.length() - 1) + "-" + number));
        }
    }

    private static ObjectNode states() {
        ObjectNode states = JSON.createObjectNode();
        states.putArray("states").add(JSON.createObjectNode().put("id", "open").put("name", "Open").put("over", false))
            .add(JSON.createObjectNode().put("id", "won").put("name", "Won").put("over", true));
        return states;
    }

    private static Predicate<JsonNode> asked(Request request) {
        List<String> ids = request.parameter("ids").map(text -> List.of(text.split(","))).orElse(null);
        String since = request.parameter("since").orElse("");
        return row -> (ids == null || ids.contains(row.path("id").asText())) && row.path("changed").asText().compareTo(since) >= 0;
    }

    private Predicate<JsonNode> ofBoard(Request request) {
        String board = board(request);
        return row -> row.path("board").asText().equals(board);
    }

    private String board(Request request) {
        return known("boards", request.groups().get(0)).path("id").asText();
    }

    private JsonNode known(String type, String id) {
        return all(type).stream().filter(row -> row.path("id").asText().equals(id)).findFirst()
            .orElseThrow(() -> new Refusal(error(404, "No " + id)));
    }
}
