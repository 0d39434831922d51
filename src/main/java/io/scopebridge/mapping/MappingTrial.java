package io.scopebridge.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A draft of a mapping, or of a library with all mappings that use it: compiled, and used by nobody. */
public final class MappingTrial {

    private final Mappings mappings;
    private final Map<String, CompiledMapping> drafts;

    private MappingTrial(Mappings mappings, Map<String, CompiledMapping> drafts) {
        this.mappings = mappings;
        this.drafts = drafts;
    }

    static MappingTrial of(Mappings mappings, MappingFiles files, String file, String text) throws MappingRefused {
        MappingFiles drafted = files.with(file, text);
        Libraries libraries = Libraries.read(drafted);
        if (file.endsWith(".ds")) {
            String name = file.substring(0, file.length() - ".ds".length());
            return new MappingTrial(mappings, Map.of(name, CompiledMapping.of(name, text, libraries)));
        }
        // Also a library that nobody uses must compile.
        CompiledMapping.of("draft", "import '" + file + "'", libraries);
        Set<String> users = new TreeSet<>(new MappingSources(files).users().getOrDefault(file, Set.of()));
        users.addAll(new MappingSources(drafted).users().getOrDefault(file, Set.of()));
        Map<String, CompiledMapping> drafts = new TreeMap<>();
        for (String user : users) {
            try {
                drafts.put(user, CompiledMapping.of(user, drafted.text(user + ".ds"), libraries));
            } catch (MappingRefused e) {
                if (compiles(user, files)) throw e;
            }
        }
        return new MappingTrial(mappings, drafts);
    }

    /** One that does not compile today is not what the draft breaks. */
    private static boolean compiles(String mapping, MappingFiles files) {
        try {
            CompiledMapping.of(mapping, files.text(mapping + ".ds"), Libraries.read(files));
            return true;
        } catch (MappingRefused e) {
            return false;
        }
    }

    /** The mappings that it changes. */
    public Set<String> mappings() {
        return new TreeSet<>(drafts.keySet());
    }

    /** Like {@link Mappings#apply}, with the draft. */
    public Object apply(String mapping, Object payload) {
        return mappings.run(mapping, drafts.get(mapping), payload).output();
    }
}
