package io.scopebridge.mapping;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The text of a mapping and of the libraries that it imports: with its input, all that its output depends on.
 *
 * @param name    such as {@code psa/project-plan}
 * @param imports by file
 */
public record MappingSource(String name, String text, Map<String, String> imports) {

    static MappingSource of(String name, String text, Libraries libraries) throws MappingRefused {
        return new MappingSource(name, text, libraries.usedBy(name + ".ds", text));
    }

    String file() {
        return name + ".ds";
    }

    /** @return JSON to JSON; it throws {@link MappingFailed} */
    public UnaryOperator<String> compile() throws MappingRefused {
        return CompiledMapping.of(this)::apply;
    }
}
