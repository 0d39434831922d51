package io.scopebridge.mapping;

import com.datasonnet.Mapper;
import com.datasonnet.MapperBuilder;
import com.datasonnet.document.DefaultDocument;
import com.datasonnet.document.MediaTypes;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One text of a mapping, compiled with its libraries. Safe for many threads. */
class CompiledMapping {

    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+) of the transformation");
    private static final Pattern LIBRARY_PLACE = Pattern.compile("\\((\\S+) at line (\\d+) column (\\d+)\\)");

    private final String name;
    private final Mapper mapper;
    private volatile boolean importsLoaded;

    private CompiledMapping(String name, Mapper mapper) {
        this.name = name;
        this.mapper = mapper;
    }

    static CompiledMapping of(String name, String text, Libraries libraries) throws MappingRefused {
        String file = name + ".ds";
        Map<String, String> imports = libraries.usedBy(file, text);
        try {
            return new CompiledMapping(name, new MapperBuilder(text).withImports(imports).build());
        } catch (RuntimeException e) {
            throw MappingRefused.of(file, e);
        }
    }

    /** JSON to JSON. */
    String apply(String json) {
        if (importsLoaded) {
            return transform(json);
        }
        // Imports are remembered in a plain map at first use, so the first use is made alone.
        synchronized (this) {
            String result = transform(json);
            importsLoaded = true;
            return result;
        }
    }

    private String transform(String json) {
        try {
            return mapper.transform(new DefaultDocument<>(json, MediaTypes.APPLICATION_JSON), Map.of(), MediaTypes.APPLICATION_JSON).getContent();
        } catch (RuntimeException e) {
            throw new MappingFailed(name, placeAndReason(String.valueOf(e.getMessage())), e);
        } catch (StackOverflowError e) {
            throw new MappingFailed(name, "it calls itself without an end, or is nested too deeply", e);
        }
    }

    private static String placeAndReason(String message) {
        String reason = message.lines().findFirst().orElse("")
                .replace("Problem executing script: ", "").replace("com.datasonnet.jsonnet.Error: ", "");
        Matcher library = LIBRARY_PLACE.matcher(message);
        Matcher place = PLACE.matcher(message);
        StringBuilder where = new StringBuilder();
        if (library.find()) {
            // Lines of libraries are counted from 0.
            where.append(library.group(1)).append(", line ").append(Integer.parseInt(library.group(2)) + 1)
                    .append(", column ").append(library.group(3)).append(": ");
        } else if (place.find()) {
            where.append("line ").append(place.group(1)).append(", column ").append(place.group(2)).append(": ");
        }
        return where + reason;
    }
}
