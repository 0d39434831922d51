package io.scopebridge.practice.connectwise;

import io.scopebridge.practice.connectwise.Field.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of one kind of record, read from a short table: each line a kind and its fields, with
 * {@code name:100} for a length, {@code name=A|B} for choices and {@code name>type} for what a reference names.
 * The lines required, read and write mark fields; the line links names what _info points to.
 *
 * @param type     under which the records are held
 * @param resource as errors call it
 */
record Model(String type, String resource, Map<String, Field> fields, Map<String, String> links) {

    static Model of(String type, String resource, String table) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            List<String> words = List.of(line.strip().split("\\s+"));
            lines.put(words.get(0), words.subList(1, words.size()));
        });
        Set<String> required = new HashSet<>(lines.getOrDefault("required", List.of()));
        Set<String> read = new HashSet<>(lines.getOrDefault("read", List.of()));
        Set<String> write = new HashSet<>(lines.getOrDefault("write", List.of()));
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("id", new Field("id", Kind.INT, 0, List.of(), null, false, true, false));
        for (Kind kind : Kind.values()) {
            for (String word : lines.getOrDefault(kind.name().toLowerCase(), List.of())) {
                String name = word.split("[:=>]")[0];
                String rest = word.substring(Math.min(word.length(), name.length() + 1));
                fields.put(name, new Field(name, kind, word.contains(":") ? Integer.parseInt(rest) : 0,
                    word.contains("=") ? List.of(rest.split("\\|")) : List.of(), word.contains(">") ? rest : null,
                    required.contains(name), read.contains(name), write.contains(name)));
            }
        }
        fields.put("_info", new Field("_info", Kind.OBJECT, 0, List.of(), null, false, true, false));
        Map<String, String> links = new LinkedHashMap<>();
        lines.getOrDefault("links", List.of()).forEach(word -> links.put(word.split("=")[0], word.split("=")[1]));
        return new Model(type, resource, fields, links);
    }

    /** Null for a name that the model does not have or never returns. */
    Field returned(String name) {
        Field field = fields.get(name);
        return field == null || field.writeOnly() ? null : field;
    }
}
