package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers everything that reads records. */
class Queries {

    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_URL = 2000;

    private final Records records;
    private final Rights rights;
    private final Supplier<String> baseUrl;
    private final List<String> ignoredOperators = new CopyOnWriteArrayList<>();

    Queries(Records records, Rights rights, Supplier<String> baseUrl) {
        this.records = records;
        this.rights = rights;
        this.baseUrl = baseUrl;
    }

    /** No page holds more than this, as if there were no more; null: all of them. */
    private volatile Integer cutTo;

    void cutTo(Integer rows) {
        cutTo = rows;
    }

    List<String> ignoredOperators() {
        return List.copyOf(ignoredOperators);
    }

    Answer item(Entity entity, long id) {
        rights.require(entity, Right.QUERY);
        JsonNode item = records.find(entity.name(), id)
            .map(record -> (JsonNode) new Values(records).shown(entity, record, null)).orElse(null);
        return Answer.of(200, PracticeAutotask.json().set("item", item));
    }

    Answer childItem(Entity entity, long parentId, long id) {
        boolean belongs = records.find(entity.name(), id)
            .map(record -> record.path(entity.parentField()).asLong() == parentId).orElse(false);
        return item(entity, belongs ? id : Page.START);
    }

    Answer children(Entity entity, long parentId, Request request) {
        rights.require(entity, Right.QUERY);
        Page page = request.parameter("paging").map(paging -> Page.parse(paging, null)).orElse(Page.first(null));
        String path = entity.parent() + "/" + parentId + "/" + entity.subPath();
        Predicate<ObjectNode> ofParent = record -> record.path(entity.parentField()).asLong() == parentId;
        return page(entity, new Values(records), ofParent, page, LARGEST_PAGE, null, Set.of(), path);
    }

    Answer query(Entity entity, Request request) {
        return query(entity, request, Page.first(search(request)));
    }

    Answer next(Entity entity, Request request) {
        String search = search(request);
        boolean ofGet = request.parameter("search").isPresent();
        if (ofGet != request.method().equals("GET")) {
            throw Errors.framework(405, "The requested resource does not support http method '" + request.method() + "'.");
        }
        String paging = request.parameter("paging").orElseThrow(() -> Errors.framework(404, "No page was named."));
        return query(entity, request, Page.parse(paging, search));
    }

    Answer count(Entity entity, Request request) {
        rights.require(entity, Right.QUERY);
        search(request);
        Predicate<ObjectNode> filter = new Filter(entity, new Values(records), ignoredOperators)
            .read(Body.get(sent(request), "filter"));
        return Answer.of(200, Map.of("queryCount", records.searched(entity.name()).filter(filter).count()));
    }

    private Answer query(Entity entity, Request request, Page page) {
        rights.require(entity, Right.QUERY);
        ObjectNode query = sent(request);
        Values values = new Values(records);
        Predicate<ObjectNode> filter = new Filter(entity, values, ignoredOperators).read(Body.get(query, "filter"));
        return page(entity, values, filter, page, size(query), included(entity, query), named(query), entity.name() + "/query/next");
    }

    private Answer page(Entity entity, Values values, Predicate<ObjectNode> filter, Page page, int size,
                        Collection<Field> only, Set<String> named, String continuation) {
        List<ObjectNode> found = records.searched(entity.name()).filter(record -> record.path("id").asLong() > page.after())
            .filter(filter).limit(cutTo == null ? size + 1L : cutTo).toList();
        List<ObjectNode> rows = found.size() > size ? found.subList(0, size) : found;
        ArrayNode items = PracticeAutotask.json().putArray("items");
        rows.forEach(record -> items.add(onlyNamed(values.shown(entity, record, only), named)));
        String url = baseUrl.get() + "V1.0/" + continuation;
        ObjectNode details = PracticeAutotask.json().put("count", rows.size()).put("requestCount", size)
            .put("prevPageUrl", page.before().isEmpty() ? null : url + page.previous().parameters(size))
            .put("nextPageUrl", found.size() <= size ? null
                : url + page.next(rows.get(size - 1).path("id").asLong()).parameters(size));
        ObjectNode answer = PracticeAutotask.json();
        answer.set("items", items);
        answer.set("pageDetails", details);
        return Answer.of(200, answer);
    }

    private String search(Request request) {
        if (!request.method().equals("GET")) return null;
        String search = request.parameter("search").orElse(null);
        int length = baseUrl.get().length() + Zone.rest(request.path()).length();
        for (var parameter : request.query().entrySet()) {
            for (String value : parameter.getValue()) length += parameter.getKey().length() + 2 + Page.encoded(value).length();
        }
        if (length > LONGEST_URL) throw Errors.framework(404, "The URL is too long.");
        return search;
    }

    private static ObjectNode sent(Request request) {
        if (!request.method().equals("GET")) return Body.object(request);
        String search = request.parameter("search").orElse("");
        try {
            if (PracticeAutotask.read(search) instanceof ObjectNode object) return object;
        } catch (JsonProcessingException notJson) {
            // refused below
        }
        throw Errors.refused(Errors.unexpected(search, "search"));
    }

    private static int size(ObjectNode query) {
        JsonNode size = Body.get(query, "MaxRecords");
        if (size.isMissingNode() || size.isNull()) return LARGEST_PAGE;
        if (!size.isInt() || size.asInt() < 1 || size.asInt() > LARGEST_PAGE) {
            throw Errors.refused("The MaxRecords value must be between 1 and " + LARGEST_PAGE + ".");
        }
        return size.asInt();
    }

    private static Collection<Field> included(Entity entity, ObjectNode query) {
        JsonNode names = Body.get(query, "IncludeFields");
        if (!names.isArray() || names.isEmpty()) return null;
        List<Field> fields = new ArrayList<>();
        // User-defined fields are asked for one by one, by their names.
        names.forEach(name -> fields.add(entity.udfs().contains(name.asText()) ? entity.field("userDefinedFields").orElseThrow()
            : entity.field(name.asText()).filter(field -> field.type() != FieldType.UDFS).orElseThrow(() -> Errors.unknownField(name.asText(), entity))));
        return fields.stream().distinct().toList();
    }

    /** Empty when all fields are to be shown. */
    private static Set<String> named(ObjectNode query) {
        Set<String> named = new HashSet<>();
        Body.get(query, "IncludeFields").forEach(name -> named.add(name.asText()));
        return named;
    }

    private static ObjectNode onlyNamed(ObjectNode shown, Set<String> named) {
        if (!named.isEmpty() && shown.path("userDefinedFields") instanceof ArrayNode fields) fields.removeIf(field -> !named.contains(field.path("name").asText()));
        return shown;
    }
}
