package io.scopebridge.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of mappings and libraries, as files and as used in place of them. */
public final class MappingSources {

    private static final Pattern FILE = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*\\.(ds|libsonnet)");

    private static final int LONGEST = 200;

    private final MappingFiles files;

    MappingSources(MappingFiles files) {
        this.files = files;
    }

    /** Mappings and libraries, such as {@code psa/project-plan.ds} and {@code lib/hours.libsonnet}. */
    public List<String> all() {
        return Stream.concat(files.mappings().stream().map(name -> name + ".ds"), files.libraryStates().keySet().stream()).sorted().toList();
    }

    /** The newest text, whether or not it compiles. Empty if there is no such file. */
    public Optional<String> text(String file) {
        return file.length() <= LONGEST && FILE.matcher(file).matches() && files.state(file) != null ? Optional.of(files.text(file)) : Optional.empty();
    }

    /** The text of the file, also if another is used in place of it. Empty if there is no such file. */
    public Optional<String> textOfFile(String file) {
        return new MappingSources(files.withoutOverrides()).text(file);
    }

    /** Where the file is. */
    public String location(String file) {
        return files.shown(file);
    }

    /** The example input of a mapping; empty without one. */
    public Optional<String> example(String mapping) {
        return Optional.ofNullable(files.example(mapping)).map(files::text);
    }

    /** By library, the mappings that import it, directly or through another; those whose imports are missing are left out. */
    public Map<String, Set<String>> users() {
        Libraries libraries = Libraries.read(files);
        Map<String, Set<String>> users = new TreeMap<>();
        for (String mapping : files.mappings()) {
            try {
                libraries.usedBy(mapping + ".ds", files.text(mapping + ".ds")).keySet().forEach(library -> users.computeIfAbsent(library, it -> new TreeSet<>()).add(mapping));
            } catch (MappingRefused e) {
                continue;
            }
        }
        return users;
    }
}
