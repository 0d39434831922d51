package io.scopebridge.mapping;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A draft of a mapping, or of a library with all mappings that use it: each compiles, and nobody uses them. */
public final class MappingTrial {

    private final Map<String, MappingSource> drafts;

    private MappingTrial(Map<String, MappingSource> drafts) {
        this.drafts = drafts;
    }

    /** Checks that a mapping compiles. */
    public interface Compiler {

        void compile(MappingSource source) throws MappingRefused;
    }

    static MappingTrial of(MappingFiles files, String file, String text, Compiler compiler) throws MappingRefused {
        MappingFiles drafted = files.with(file, text);
        Libraries libraries = Libraries.read(drafted);
        if (file.endsWith(".ds")) {
            String name = file.substring(0, file.length() - ".ds".length());
            return new MappingTrial(Map.of(name, compiled(name, text, libraries, compiler)));
        }
        // Also a library that nobody uses must compile.
        compiled("draft", "import '" + file + "'", libraries, compiler);
        Set<String> users = new TreeSet<>(new MappingSources(files).users().getOrDefault(file, Set.of()));
        users.addAll(new MappingSources(drafted).users().getOrDefault(file, Set.of()));
        Map<String, MappingSource> drafts = new TreeMap<>();
        for (String user : users) {
            try {
                drafts.put(user, compiled(user, drafted.text(user + ".ds"), libraries, compiler));
            } catch (MappingRefused e) {
                if (compiles(user, files, compiler)) throw e;
            }
        }
        return new MappingTrial(drafts);
    }

    private static MappingSource compiled(String name, String text, Libraries libraries, Compiler compiler) throws MappingRefused {
        MappingSource source = MappingSource.of(name, text, libraries);
        compiler.compile(source);
        return source;
    }

    /** One that does not compile today is not what the draft breaks. */
    private static boolean compiles(String mapping, MappingFiles files, Compiler compiler) {
        try {
            compiled(mapping, files.text(mapping + ".ds"), Libraries.read(files), compiler);
            return true;
        } catch (MappingRefused e) {
            return false;
        }
    }

    /** The mappings that it changes. */
    public Set<String> mappings() {
        return new TreeSet<>(drafts.keySet());
    }

    public MappingSource source(String mapping) {
        return drafts.get(mapping);
    }
}
