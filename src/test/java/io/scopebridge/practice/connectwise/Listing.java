package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers a list: filtered, ordered, one page of it, with the Link header of its paging. */
class Listing {

    static final Set<String> FILTERS = Set.of("conditions", "childConditions", "customFieldConditions");
    static final Set<String> PARAMETERS = Set.of("conditions", "childConditions", "customFieldConditions", "orderBy", "fields",
        "page", "pageSize", "pageId");
    private static final int LONGEST_PAGE = 1000;
    private static final int LONGEST_URL = 10_000;

    private final Model model;
    private final String root;
    private final String url;
    private final Settings settings;

    /** @param url the server's address, for the Link header */
    Listing(Model model, String root, String url, Settings settings) {
        this.settings = settings;
        this.model = model;
        this.root = root;
        this.url = url;
    }

    static Predicate<JsonNode> filter(Request request, Model model) {
        if (query(request, Map.of()).length() > LONGEST_URL) throw Errors.refusal(414, "The URL is too long");
        for (String unsupported : List.of("childConditions", "customFieldConditions")) {
            if (request.parameter(unsupported).isPresent()) throw Errors.refusal(400, unsupported + " is not supported here");
        }
        return Conditions.read(request.parameter("conditions").orElse(null), model);
    }

    Answer answer(Request request, Stream<ObjectNode> rows, Predicate<JsonNode> filter, String orderBy) {
        Selection selection = new Selection(request.parameter("fields").orElse(null), model, root);
        int size = Math.min(Math.min(LONGEST_PAGE, settings.largestPage), number(request, "pageSize", 25, 1));
        boolean forward = request.header("pagination-type").filter("forward-only"::equals).isPresent();
        if (!forward && request.parameter("pageId").isPresent()) {
            throw Errors.refusal(400, "pageId needs the header pagination-type: forward-only");
        }
        if (forward && orderBy != null) throw Errors.refusal(400, "orderBy cannot be used with forward-only pagination");
        return forward ? forward(request, rows, filter, selection, size) : navigable(request, rows, filter, orderBy, selection, size);
    }

    private Answer forward(Request request, Stream<ObjectNode> rows, Predicate<JsonNode> filter, Selection selection, int size) {
        int after = number(request, "pageId", 0, 0);
        List<ObjectNode> page = rows.filter(row -> row.path("id").asLong() > after).filter(filter).limit(size).toList();
        long last = page.isEmpty() ? after : page.get(page.size() - 1).path("id").asLong();
        Answer answer = Answer.of(200, page.stream().map(selection::of).toList());
        return !settings.links ? answer : answer.with("Link", link(request, Map.of("pageId", "" + last), "next"));
    }

    private Answer navigable(Request request, Stream<ObjectNode> rows, Predicate<JsonNode> filter, String orderBy,
                             Selection selection, int size) {
        int page = number(request, "page", 1, 1);
        List<ObjectNode> all = new ArrayList<>(rows.filter(filter).toList());
        if (orderBy != null && !orderBy.isBlank()) all.sort(order(orderBy));
        int last = Math.max(1, (all.size() + size - 1) / size);
        long from = Math.min(all.size(), (page - 1L) * size);
        List<ObjectNode> shown = all.subList((int) from, (int) Math.min(all.size(), from + size)).stream().map(selection::of).toList();
        List<String> links = new ArrayList<>();
        if (page > 1) links.add(link(request, Map.of("page", "1"), "first"));
        if (page > 1) links.add(link(request, Map.of("page", "" + Math.min(page - 1, last)), "prev"));
        if (page < last) links.add(link(request, Map.of("page", "" + (page + 1)), "next"));
        if (page < last) links.add(link(request, Map.of("page", "" + last), "last"));
        Answer answer = Answer.of(200, shown);
        return links.isEmpty() ? answer : answer.with("Link", String.join(", ", links));
    }

    private Comparator<JsonNode> order(String orderBy) {
        Comparator<JsonNode> order = (a, b) -> 0;
        for (String part : orderBy.split(",")) {
            String[] words = part.strip().split("\\s+");
            boolean down = words.length == 2 && words[1].equalsIgnoreCase("desc");
            if (words.length > 2 || words.length == 2 && !down && !words[1].equalsIgnoreCase("asc")) {
                throw Errors.refusal(400, "The orderBy is not valid: " + part);
            }
            Comparator<JsonNode> next = Operand.find(words[0], model)::order;
            order = order.thenComparing(down ? next.reversed() : next);
        }
        return order;
    }

    private static int number(Request request, String name, int otherwise, int least) {
        String text = request.parameter(name).orElse("" + otherwise);
        try {
            int number = Integer.parseInt(text);
            if (number >= least) return number;
        } catch (NumberFormatException noNumber) {
            // refused below
        }
        throw Errors.refusal(400, name + " cannot be " + text);
    }

    private String link(Request request, Map<String, String> changed, String rel) {
        return "<" + url + request.path() + "?" + query(request, changed) + ">; rel=\"" + rel + "\"";
    }

    private static String query(Request request, Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>();
        request.query().forEach((name, values) -> all.put(name, values.get(values.size() - 1)));
        all.putAll(changed);
        return all.entrySet().stream().map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
