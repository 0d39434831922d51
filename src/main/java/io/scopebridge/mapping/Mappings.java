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
import org.springframework.beans.factory.ObjectProvider;
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

    /** Property of an exchange: by file, the versions of all mappings that ran in it. */
    public static final String USED = "mappingsUsed";

    private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(5);
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

    private final MappingFiles files;
    private final ObjectMapper json;
    private final Duration checkEvery;
    private final Duration timeout;
    private final DueTime librariesDue;
    private final Map<String, MappingSlot> slots = new ConcurrentHashMap<>();
    private volatile Libraries libraries;
    private volatile Map<String, String> checkedOverrides;

    @Autowired
    public Mappings(@Value("${scopebridge.mappings:file:mappings}") String location, ObjectMapper json, ObjectProvider<MappingOverrides> overrides,
                    @Value("${scopebridge.mapping-timeout}") Duration timeout) {
        this(location, json, Duration.ofSeconds(1), overrides.getIfAvailable(() -> MappingOverrides.NONE), timeout);
    }

    public Mappings(String location, ObjectMapper json) {
        this(location, json, Duration.ofSeconds(1));
    }

    Mappings(String location, ObjectMapper json, Duration checkEvery) {
        this(location, json, checkEvery, MappingOverrides.NONE, USUAL_TIMEOUT);
    }

    Mappings(String location, ObjectMapper json, Duration checkEvery, MappingOverrides overrides, Duration timeout) {
        this.files = new MappingFiles(location, overrides);
        this.json = json;
        this.checkEvery = checkEvery;
        this.timeout = timeout;
        this.librariesDue = new DueTime(checkEvery);
    }

    /**
     * Maps a payload.
     *
     * @param payload a map, list, JSON tree, number, boolean or null; a string is parsed as JSON. Numbers keep 15 digits; a longer whole
     *                number becomes a string
     * @return plain maps, lists, strings, numbers, booleans or null
     * @throws MappingFailed if there is no such mapping, it does not compile, fails on this payload, or takes longer than the time limit
     */
    public Object apply(String name, Object payload) {
        return run(name, payload).output();
    }

    /** Like {@link #apply}; also returns the versions that did it. */
    public Mapped run(String name, Object payload) {
        CompiledMapping mapping = slot(name).current();
        String input = text(name, payload);
        try {
            return new Mapped(json.readValue(MappingBudget.within(timeout, name, () -> mapping.apply(input)), Object.class), mapping.versions());
        } catch (JsonProcessingException e) {
            throw new MappingFailed(name, "its result is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    public MappingSources sources() {
        return new MappingSources(files);
    }

    /** Without a look at the files: the versions in use, by file, of each mapping that has run or was compiled. */
    public Map<String, Map<String, String>> inUse() {
        Map<String, Map<String, String>> versions = new TreeMap<>();
        slots.forEach((name, slot) -> {
            if (slot.compiled() != null) versions.put(name, slot.compiled().versions());
        });
        return versions;
    }

    /** The version in use. @throws MappingFailed if there is none */
    public MappingSource sourceInUse(String name) {
        return slot(name).current().source();
    }

    /**
     * Another text of a mapping or a library, used by nobody.
     *
     * @param file     such as {@code lib/hours.libsonnet}
     * @param compiler where it is compiled, which may never end or take all memory
     */
    public MappingTrial trial(String file, String text, MappingTrial.Compiler compiler) throws MappingRefused {
        return MappingTrial.of(files, file, text, compiler);
    }

    /** Whether texts are used in place of files. */
    public boolean isOverridden() {
        return !files.overrides().isEmpty();
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
        Map<String, String> overrides = files.overrides();
        boolean due = librariesDue.passed() || overrides != checkedOverrides;
        if (known == null || due && !known.states().equals(files.libraryStates())) {
            known = readLibraries(known);
        }
        checkedOverrides = overrides;
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
            return payload instanceof String text ? text : json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new MappingFailed(name, "its input is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
