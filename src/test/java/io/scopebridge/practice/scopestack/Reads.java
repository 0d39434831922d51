package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** GET of lists, single resources, related resources and linkage. Groups of a path: slug, type, id, relationship. */
class Reads {

    private final Rows rows;
    private final Permissions permissions;
    private final Supplier<String> url;
    private final Readings readings;

    Reads(Rows rows, Permissions permissions, Supplier<String> url, Readings readings) {
        this.readings = readings;
        this.rows = rows;
        this.permissions = permissions;
        this.url = url;
    }

    Answer list(Request request) {
        ResourceType type = type(request);
        Account account = account(request);
        refuseIncludes(request, type);
        readings.filtersRefused.stream().filter(name -> request.parameter("filter[" + name + "]").isPresent()).findFirst().ifPresent(name -> {
            throw Refusals.filterNotAllowed(name);
        });
        return page(request, account, Question.list(request, type, null), rows.stream(type, account));
    }

    Answer one(Request request) {
        Row row = row(request);
        refuseIncludes(request, row.type());
        return ok(documents(account(request)).of(row, Question.one(request, row.type())));
    }

    private void refuseIncludes(Request request, ResourceType type) {
        Stream.of(request.parameter("include").orElse("").split(",")).filter(readings.includesRefused::contains).findFirst().ifPresent(name -> {
            throw Refusals.invalidInclude(name, type.name());
        });
    }

    Answer related(Request request) {
        Row row = row(request);
        Relationship relationship = relationship(request, row);
        Account account = account(request);
        ResourceType type = Types.find(relationship.type()).orElseGet(() -> new ResourceType(relationship.type(), 0));
        if (relationship.toMany())
            return page(request, account, Question.list(request, type, "project"), documents(account).behind(row, relationship).stream());
        Includes includes = Question.one(request, type);
        return ok(documents(account).behind(row, relationship).stream().findFirst()
            .map(other -> documents(account).of(other, includes))
            .orElseGet(() -> JsonNodeFactory.instance.objectNode().putNull("data")));
    }

    Answer linkage(Request request) {
        Row row = row(request);
        Relationship relationship = relationship(request, row);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String self = base(account(request)) + "/" + row.type().name() + "/" + row.id();
        body.putObject("links").put("self", self + "/relationships/" + relationship.name()).put("related", self + "/" + relationship.name());
        body.set("data", documents(account(request)).linkage(row, relationship));
        return ok(body);
    }

    Documents documents(Account account) {
        return new Documents(rows, account, base(account), readings);
    }

    Row row(Request request) {
        String id = request.groups().get(2);
        if (!id.matches("\\d{1,18}")) throw Refusals.notFound(id);
        return rows.find(type(request), account(request), Long.parseLong(id)).orElseThrow(() -> Refusals.notFound(id));
    }

    static Account account(Request request) {
        return Account.withSlug(request.groups().get(0));
    }

    static ResourceType type(Request request) {
        String name = request.groups().get(1);
        return Types.find(name).orElseThrow(() -> Refusals.notFound(name));
    }

    static Answer ok(ObjectNode body) {
        return Answer.of(200, body).with("Content-Type", Refusals.MEDIA_TYPE);
    }

    private String base(Account account) {
        return url.get() + "/" + account.slug() + "/v1";
    }

    private static Relationship relationship(Request request, Row row) {
        String name = request.groups().get(3);
        Relationship relationship = row.type().relationships().get(name);
        if (relationship == null) throw Refusals.notFound(name);
        return relationship;
    }

    private Answer page(Request request, Account account, Question question, Stream<Row> candidates) {
        List<Row> found = candidates.filter(question::wants).sorted(question.order()).toList();
        int size = Math.min(question.size(), readings.largestPage);
        int pages = (found.size() + size - 1) / size;
        long from = Math.min(found.size(), (question.page() - 1L) * size);
        List<Row> page = found.subList((int) from, (int) Math.min(found.size(), from + size));
        ObjectNode body = documents(account).of(page, question.includes());
        if (readings.counts) {
            ObjectNode meta = body.putObject("meta").put("record-count", found.size()).put("page-count", pages);
            permissions.show(request.path().split("/")[3], meta.putObject("permissions"));
        }
        ObjectNode links = body.putObject("links").put("first", address(request, 1, question));
        if (readings.nextLinks && question.page() > 1) links.put("prev", address(request, question.page() - 1, question));
        if (readings.nextLinks && question.page() < pages) links.put("next", address(request, question.page() + 1, question));
        links.put("last", address(request, Math.max(1, pages), question));
        return ok(body);
    }

    private String address(Request request, int page, Question question) {
        List<String> query = new ArrayList<>();
        request.query().forEach((name, values) -> {
            if (!name.startsWith("page[")) query.add(encode(name) + "=" + encode(values.get(values.size() - 1)));
        });
        query.add(encode("page[number]") + "=" + page);
        query.add(encode("page[size]") + "=" + question.size());
        return url.get() + request.path() + "?" + String.join("&", query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
