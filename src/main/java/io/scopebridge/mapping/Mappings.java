package io.scopebridge.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Runs the DataSonnet mappings in {@code scopebridge.mappings} (default {@code file:mappings}) by name:
 * {@code psa/project-plan} is the file {@code psa/project-plan.ds}.
 *
 * <p>A changed mapping or library is used within a second if it compiles; otherwise it is rejected in the log with file, line, column
 * and reason, and the previous version stays in use. Thread-safe.
 */
@Component("mappings")
public class Mappings {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

    private final MappingFiles files;
    private final ObjectMapper json;
    private final LongNumbers longNumbers = new LongNumbers();
    private final Duration checkEvery;
    private final DueTime librariesDue;
    private final Map<String, MappingSlot> slots = new ConcurrentHashMap<>();
    private volatile Libraries libraries;

    @Autowired
    public Mappings(@Value("${scopebridge.mappings:file:mappings}") String location, ObjectMapper json) {
        this(location, json, Duration.ofSeconds(1));
    }

    Mappings(String location, ObjectMapper json, Duration checkEvery) {
        this.files = new MappingFiles(location);
        this.json = json;
        this.checkEvery = checkEvery;
        this.librariesDue = new DueTime(checkEvery);
    }

    /**
     * Maps a payload.
     *
     * @param payload a map, list, JSON tree, number, boolean or null; a string is parsed as JSON. Numbers keep 15 digits; a longer whole
     *                number becomes a string
     * @return plain maps, lists, strings, numbers, booleans or null
     * @throws MappingFailed if there is no such mapping, it does not compile, or it fails on this payload
     */
    public Object apply(String name, Object payload) {
        CompiledMapping mapping = slot(name).current();
        try {
            return json.readValue(mapping.apply(text(name, payload)), Object.class);
        } catch (JsonProcessingException e) {
            throw new MappingFailed(name, "its result is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Names of all mapping files. */
    public List<String> names() {
        return files.mappings();
    }

    /**
     * Checks every file.
     *
     * @return by file, such as {@code psa/project-plan.ds}, why its newest version is not in use, whether or not an older one is
     */
    public Map<String, MappingFailed> refusals() {
        Map<String, MappingFailed> refused = new TreeMap<>();
        Stream.concat(names().stream(), slots.keySet().stream()).distinct().forEach(name -> {
            MappingFailed failure = slot(name).refusal();
            if (failure != null) {
                refused.put(name + ".ds", failure);
            }
        });
        return refused;
    }

    /**
     * Compiles a mapping and, if it has an example input, runs it.
     *
     * @return whether it ran
     * @throws MappingFailed as for {@link #apply}
     */
    boolean warmUp(String name, int runs) {
        slot(name).current();
        String example = files.example(name);
        if (example == null) return false;
        String payload = files.text(example);
        for (int run = 0; run < runs; run++) apply(name, payload);
        return true;
    }

    private MappingSlot slot(String name) {
        MappingSlot known = slots.get(name);
        if (known != null) {
            return known;
        }
        if (!NAME.matcher(name).matches() || files.state(name + ".ds") == null) {
            throw new MappingFailed(name, "there is no such mapping; there are " + names(), null);
        }
        return slots.computeIfAbsent(name, it -> new MappingSlot(it, files, this::libraries, new DueTime(checkEvery)));
    }

    private Libraries libraries() {
        Libraries known = libraries;
        if (known == null || librariesDue.passed() && !known.states().equals(files.libraryStates())) {
            known = readLibraries(known);
        }
        return known;
    }

    private synchronized Libraries readLibraries(Libraries known) {
        if (libraries == known) {
            libraries = Libraries.read(files);
        }
        return libraries;
    }

    private String text(String name, Object payload) {
        try {
            return longNumbers.shortened(payload instanceof String text ? text : json.writeValueAsString(payload));
        } catch (JsonProcessingException e) {
            throw new MappingFailed(name, "its input is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
