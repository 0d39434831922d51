package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.Request;
import java.util.function.Predicate;

/** Lists, shows, creates, changes and removes the records of one model. */
class Resource {

    private final PracticeConnectWise server;
    private final Model model;
    private final Rules rules;
    private final long firstId;
    private final Body body;

    Resource(PracticeConnectWise server, Model model, long firstId, Rules rules) {
        this.server = server;
        this.model = model;
        this.rules = rules;
        this.firstId = firstId;
        this.body = new Body(model, new References(server.records()), server.unknown);
    }

    Model model() {
        return model;
    }

    Answer list(Request request, Predicate<JsonNode> scope) {
        Predicate<JsonNode> filter = scope.and(Listing.filter(request, model));
        return listing().answer(request, records().searched(model.type()), filter, request.parameter("orderBy").orElse(null));
    }

    /** A list whose conditions are in the body. */
    Answer search(Request request) {
        ObjectNode sent = Body.object(request);
        Predicate<JsonNode> filter = Conditions.read(sent.path("conditions").asText(""), model);
        return listing().answer(request, records().searched(model.type()), filter,
            sent.path("orderBy").isTextual() ? sent.get("orderBy").asText() : null);
    }

    Answer count(Request request, Predicate<JsonNode> scope) {
        Predicate<JsonNode> filter = scope.and(Listing.filter(request, model));
        return Answer.of(200, Errors.object().put("count", records().searched(model.type()).filter(filter).count()));
    }

    Answer one(Request request, long id, Predicate<JsonNode> scope) {
        return Answer.of(200, selection(request).of(held(id, scope)));
    }

    /** @param context fields that the path decides, set over what was sent */
    Answer create(Request request, ObjectNode context) {
        return Answer.of(201, selection(request).of(create(Body.object(request), context)));
    }

    ObjectNode create(ObjectNode sent, ObjectNode context) {
        Problems problems = new Problems(model.resource());
        ObjectNode record = body.accept(sent, problems);
        record.setAll(context);
        body.requireAll(record, problems);
        problems.refuse();
        rules.create(record, problems);
        problems.refuse();
        rules.check(record, problems);
        problems.refuse();
        synchronized (records()) {
            long id = records().nextId(model.type(), firstId);
            ObjectNode whole = Errors.object().put("id", id);
            whole.setAll(record);
            whole.putObject("_info").put("dateEntered", server.now()).put("enteredBy", server.apiMember());
            return store(whole);
        }
    }

    Answer patch(Request request, long id, Predicate<JsonNode> scope) {
        ObjectNode record = held(id, scope);
        ObjectNode changes = Patch.read(request, model, server.ignored);
        return changes.isEmpty() ? Answer.of(200, selection(request).of(record)) : change(request, record, changes);
    }

    /** What is not sent is forgotten. */
    Answer replace(Request request, long id, Predicate<JsonNode> scope) {
        ObjectNode record = held(id, scope);
        ObjectNode fresh = Errors.object().put("id", id);
        fresh.set("_info", record.get("_info"));
        model.fields().values().stream().filter(Field::readOnly).map(Field::name).filter(record::has)
            .forEach(name -> fresh.set(name, record.get(name)));
        return change(request, fresh, Body.object(request));
    }

    Answer remove(long id, Predicate<JsonNode> scope) {
        held(id, scope);
        records().remove(model.type(), id);
        return Answer.of(204, null);
    }

    ObjectNode held(long id, Predicate<JsonNode> scope) {
        return records().find(model.type(), id).filter(scope).orElseThrow(() -> Errors.notFound(model.resource(), id));
    }

    private Answer change(Request request, ObjectNode record, ObjectNode changes) {
        Problems problems = new Problems(model.resource());
        record.setAll(body.accept(changes, problems));
        body.requireAll(record, problems);
        problems.refuse();
        rules.check(record, problems);
        problems.refuse();
        return Answer.of(200, selection(request).of(store(record)));
    }

    private ObjectNode store(ObjectNode record) {
        return server.store(model.type(), record);
    }

    private Selection selection(Request request) {
        return new Selection(request.parameter("fields").orElse(null), model, server.root());
    }

    private Listing listing() {
        return new Listing(model, server.root(), server.url(), server.settings);
    }

    private Records records() {
        return server.records();
    }
}
