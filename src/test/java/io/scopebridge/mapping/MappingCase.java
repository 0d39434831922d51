package io.scopebridge.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One case of a mapping; {@code expectation} is its entry in the file. */
record MappingCase(String file, String mapping, String name, JsonNode input, JsonNode expectation) {

    /** Where an output is not what the case expects, a line each. */
    List<String> differences(JsonNode actual) {
        List<String> lines = new ArrayList<>();
        if (expectation.has("output")) {
            JsonNode output = expectation.get("output");
            lines.addAll(expectation.has("whole") ? Differences.between(output, actual) : Differences.fromExcerpt(output, actual));
        }
        if (expectation.has("mentions")) lines.addAll(Differences.fromWords(expectation.get("mentions"), actual));
        for (JsonNode pointer : expectation.path("without")) lines.addAll(Differences.fromAbsence(JsonPointer.compile(pointer.asText()), actual));
        return lines;
    }

    @Override
    public String toString() {
        return file + ", case \"" + name + "\"";
    }
}
