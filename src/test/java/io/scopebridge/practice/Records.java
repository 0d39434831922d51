package io.scopebridge.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a practice server holds: records by type and id, in the order of their ids.
 * With a journal, whatever was put after {@link #open} is there again after a restart, also after a kill.
 */
public class Records {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ConcurrentSkipListMap<Long, ObjectNode>> types = new TreeMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Long> born = new ConcurrentHashMap<>();
    private volatile Duration searchLag = Duration.ZERO;
    private volatile UnaryOperator<String> stored = UnaryOperator.identity();
    private Path journal;

    /** Hears of every record that is laid down or taken away, by whomever. */
    public interface Listener {

        /** @param action added, updated or deleted; a deleted record has its id only */
        void changed(String type, ObjectNode record, String action);
    }

    public void onChange(Listener listener) {
        listeners.add(listener);
    }

    /** A search shows what is put from now on only after so long, as an index that lags does; at once unless told. */
    public void searchLag(Duration lag) {
        searchLag = lag;
    }

    /** Texts that are put from now on are kept like this; as they are unless told. */
    public void storeTexts(UnaryOperator<String> altered) {
        stored = altered;
    }

    /** As a database of an old character set keeps a text: blanks folded and trimmed, what is outside the basic plane as two question marks. */
    public static String inOldDatabase(String text) {
        return text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "??").replaceAll("\\s+", " ").strip();
    }

    /** Replays the journal over the seed that is there already, and writes on in it. */
    public synchronized void open(Path file) {
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) replay(line);
            } else {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Journal " + file, e);
        }
        journal = file;
    }

    /** One above the highest id of the type, at least {@code first}. */
    public synchronized long nextId(String type, long first) {
        var records = of(type);
        return records.isEmpty() ? first : Math.max(first, records.lastKey() + 1);
    }

    public synchronized ObjectNode put(String type, long id, ObjectNode record) {
        alter(record);
        boolean known = of(type).put(id, record) != null;
        if (!known && !searchLag.isZero()) born.put(type + "/" + id, System.nanoTime());
        listeners.forEach(listener -> listener.changed(type, record.deepCopy(), known ? "updated" : "added"));
        note(JSON.createObjectNode().put("type", type).put("id", id).set("record", record));
        return record;
    }

    public synchronized boolean remove(String type, long id) {
        boolean was = of(type).remove(id) != null;
        if (was) {
            listeners.forEach(listener -> listener.changed(type, JSON.createObjectNode().put("id", id), "deleted"));
            note(JSON.createObjectNode().put("type", type).put("id", id));
        }
        return was;
    }

    /** A copy, so that nobody changes what is held without {@link #put}. */
    public Optional<ObjectNode> find(String type, long id) {
        return Optional.ofNullable(of(type).get(id)).map(ObjectNode::deepCopy);
    }

    public boolean has(String type, long id) {
        return of(type).containsKey(id);
    }

    /** Copies of all records of the type, lowest id first. */
    public List<ObjectNode> all(String type) {
        return of(type).values().stream().map(ObjectNode::deepCopy).toList();
    }

    /** The records themselves, lowest id first: for looking through many without copying. They must not be changed. */
    public Stream<ObjectNode> stream(String type) {
        return of(type).values().stream();
    }

    /** As {@link #stream}, but only what a search shows already. */
    public Stream<ObjectNode> searched(String type) {
        long seen = System.nanoTime() - searchLag.toNanos();
        return searchLag.isZero() ? stream(type) : stream(type).filter(record -> born.getOrDefault(type + "/" + record.path("id").asLong(), seen) - seen <= 0);
    }

    private void alter(ObjectNode record) {
        record.properties().forEach(field -> {
            if (field.getValue().isTextual()) field.setValue(TextNode.valueOf(stored.apply(field.getValue().textValue())));
        });
    }

    public int count(String type) {
        return of(type).size();
    }

    public synchronized List<String> types() {
        return List.copyOf(types.keySet());
    }

    private synchronized ConcurrentSkipListMap<Long, ObjectNode> of(String type) {
        return types.computeIfAbsent(type, t -> new ConcurrentSkipListMap<>());
    }

    private void replay(String line) throws IOException {
        JsonNode entry;
        try {
            entry = JSON.readTree(line);
        } catch (IOException halfALineOfAKilledServer) {
            return;
        }
        var records = of(entry.path("type").asText());
        if (entry.has("record")) records.put(entry.get("id").asLong(), (ObjectNode) entry.get("record"));
        else records.remove(entry.path("id").asLong());
    }

    private void note(JsonNode entry) {
        if (journal == null) return;
        try {
            Files.writeString(journal, entry + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Journal " + journal, e);
        }
    }
}
