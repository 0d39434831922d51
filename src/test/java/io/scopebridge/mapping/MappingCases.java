package io.scopebridge.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jsonpatch.JsonPatchException;
import com.github.fge.jsonpatch.mergepatch.JsonMergePatch;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the cases of mappings: {@code <folder>/<system>/examples/<mapping>.cases.json}, as {@code cases.schema.json} says. */
final class MappingCases {

    static final String ENDING = ".cases.json";

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(MappingCases.class.getResourceAsStream("cases.schema.json"));

    private MappingCases() {
    }

    static List<MappingCase> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().flatMap(MappingCases::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<MappingCase> of(Path file) {
        JsonNode table = read(file);
        Set<ValidationMessage> faults = SCHEMA.validate(table);
        if (!faults.isEmpty()) throw refused(file, faults.stream().map(ValidationMessage::toString).collect(Collectors.joining("; ")));
        JsonNode base = base(file, table.path("base"));
        Set<String> names = new HashSet<>();
        return StreamSupport.stream(table.get("cases").spliterator(), false).map(entry -> {
            String name = entry.get("case").asText();
            if (!names.add(name)) throw refused(file, "there are two cases \"" + name + "\"");
            return new MappingCase(file.toString(), mapping(file), name, input(file, name, base, entry), entry);
        });
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw refused(file, e.getMessage());
        }
    }

    /** Such as {@code autotask/project-plan} for {@code mappings/autotask/examples/project-plan.cases.json}. */
    static String mapping(Path example) {
        String name = example.getFileName().toString();
        return example.getParent().getParent().getFileName() + "/" + name.substring(0, name.indexOf('.'));
    }

    private static JsonNode base(Path file, JsonNode base) {
        if (!base.isTextual()) return base;
        Path beside = file.resolveSibling(base.asText());
        if (!Files.isRegularFile(beside)) throw refused(file, "the base " + base.asText() + " does not exist");
        return read(beside);
    }

    private static JsonNode input(Path file, String name, JsonNode base, JsonNode entry) {
        if (entry.has("input")) return entry.get("input");
        if (base.isMissingNode()) throw refused(file, "case \"" + name + "\" has no input, and the file no base");
        if (!entry.has("patch") && !entry.has("nulls")) return base;
        JsonNode input = patched(file, name, base, entry.path("patch"));
        for (JsonNode pointer : entry.path("nulls")) setNull(file, name, input, JsonPointer.compile(pointer.asText()));
        if (input.equals(base)) throw refused(file, "case \"" + name + "\" changes nothing of the base");
        return input;
    }

    private static JsonNode patched(Path file, String name, JsonNode base, JsonNode patch) {
        if (patch.isMissingNode()) return base.deepCopy();
        try {
            return JsonMergePatch.fromJson(patch).apply(base.deepCopy());
        } catch (JsonPatchException e) {
            throw refused(file, "the patch of case \"" + name + "\": " + e.getMessage());
        }
    }

    private static void setNull(Path file, String name, JsonNode input, JsonPointer pointer) {
        if (!(input.at(pointer.head()) instanceof ObjectNode holder)) throw refused(file, "case \"" + name + "\" has no object for " + pointer);
        holder.putNull(pointer.last().getMatchingProperty());
    }

    private static IllegalArgumentException refused(Path file, String reason) {
        return new IllegalArgumentException(file + ": " + reason);
    }
}
