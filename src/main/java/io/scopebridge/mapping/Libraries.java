package io.scopebridge.mapping;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The libraries that mappings can import, by path. Each change creates a new object, so identity detects changes. */
record Libraries(Map<String, MappingFiles.State> states, Map<String, String> texts) {

    private static final Pattern IMPORT = Pattern.compile("\\bimport\\s+['\"]([^'\"]+)['\"]");

    static Libraries read(MappingFiles files) {
        Map<String, MappingFiles.State> states = files.libraryStates();
        Map<String, String> texts = new TreeMap<>();
        states.keySet().forEach(path -> texts.put(path, files.text(path)));
        return new Libraries(states, texts);
    }

    /** The libraries that a mapping imports, transitively: an invalid library affects only its users. */
    Map<String, String> usedBy(String file, String text) throws MappingRefused {
        Map<String, String> used = new TreeMap<>();
        collect(file, "", text, used);
        return used;
    }

    private void collect(String file, String folder, String text, Map<String, String> used) throws MappingRefused {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher found = IMPORT.matcher(lines[i]);
            while (!lines[i].stripLeading().startsWith("//") && found.find()) {
                String path = folder + found.group(1);
                if (!texts.containsKey(path)) {
                    throw MappingRefused.at(file, i + 1, found.start() + 1, "there is no library " + path + "; there are: " + texts.keySet());
                }
                if (used.put(path, texts.get(path)) == null) {
                    collect(path, path.substring(0, path.lastIndexOf('/') + 1), texts.get(path), used);
                }
            }
        }
    }
}
