package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rows of both accounts. What {@link #stream} shows is held itself: change only a copy, and {@link #save} it. */
class Rows {

    private static final DateTimeFormatter MOMENT =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Records records;
    private final Supplier<Instant> now;

    Rows(Records records, Supplier<Instant> now) {
        this.records = records;
        this.now = now;
    }

    String now() {
        return MOMENT.format(now.get());
    }

    Stream<Row> stream(ResourceType type, Account account) {
        return records.stream(type.name()).map(json -> new Row(type, json)).filter(row -> row.account() == account.number());
    }

    Optional<Row> find(ResourceType type, long id) {
        return records.find(type.name(), id).map(json -> new Row(type, json));
    }

    Optional<Row> find(ResourceType type, Account account, long id) {
        return find(type, id).filter(row -> row.account() == account.number());
    }

    /** The rows of the type whose link of that name points to the row. */
    Stream<Row> pointingTo(Row row, String type, String link) {
        long id = row.id();
        return Types.find(type).stream().flatMap(known -> records.stream(type)
            .filter(json -> json.get("links").path(link).asLong(-1) == id)
            .map(json -> new Row(known, json)));
    }

    /** Adds a row with every attribute of its type; those not given are null. */
    Row add(ResourceType type, Account account, long id, ObjectNode attributes, Map<String, Long> links) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("account", account.number()).put("created-at", now()).put("updated-at", now());
        ObjectNode all = json.putObject("attributes");
        type.attributes().keySet().forEach(name -> all.set(name, attributes.path(name).isMissingNode()
            ? type.initial(name) : attributes.get(name)));
        ObjectNode linked = json.putObject("links");
        links.forEach(linked::put);
        return save(new Row(type, json));
    }

    long nextId(ResourceType type, Account account) {
        return records.nextId(type.name(), type.firstId() + account.offset());
    }

    Row save(Row row) {
        records.put(row.type().name(), row.id(), row.json());
        return row;
    }

    void remove(Row row) {
        records.remove(row.type().name(), row.id());
    }
}
