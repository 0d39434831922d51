package io.scopebridge.mapping;

import com.datasonnet.Mapper;
import com.datasonnet.MapperBuilder;
import com.datasonnet.document.DefaultDocument;
import com.datasonnet.document.MediaTypes;
import com.datasonnet.plugins.javaplugin.DefaultJavaFormatPlugin;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One version of a mapping, compiled with its libraries. Thread-safe: a DataSonnet mapper caches imports and library functions in plain
 * maps, so each is used by one thread at a time, and there are as many as have run concurrently.
 */
class CompiledMapping {

    static {
        LazyValues.keep();
        rememberStandardFunctions();
    }

    private final String name;
    private final String text;
    private final Map<String, String> imports;
    private final Map<String, String> versions = new TreeMap<>();
    private final ConcurrentLinkedQueue<Mapper> idle = new ConcurrentLinkedQueue<>();

    private CompiledMapping(String name, String text, Map<String, String> imports) {
        this.name = name;
        this.text = text;
        this.imports = imports;
        versions.put(name + ".ds", VersionHash.of(text));
        imports.forEach((file, library) -> versions.put(file, VersionHash.of(library)));
        idle.add(compile());
    }

    static CompiledMapping of(String name, String text, Libraries libraries) throws MappingRefused {
        String file = name + ".ds";
        Map<String, String> imports = libraries.usedBy(file, text);
        try {
            return new CompiledMapping(name, text, imports);
        } catch (RuntimeException e) {
            throw MappingRefused.of(file, e);
        } catch (StackOverflowError e) {
            throw MappingRefused.of(file, new IllegalArgumentException("it is nested too deeply", e));
        }
    }

    /** By file, the hash of the mapping and of each library that it imports. */
    Map<String, String> versions() {
        return versions;
    }

    /** JSON to JSON. */
    String apply(String json) {
        Mapper borrowed = idle.poll();
        Mapper mapper = borrowed == null ? compile() : borrowed;
        try {
            return run(mapper, json);
        } catch (RuntimeException e) {
            throw MappingFailed.on(name, e);
        } catch (StackOverflowError e) {
            throw new MappingFailed(name, "it recurses endlessly or is nested too deeply", e);
        } finally {
            idle.add(mapper);
        }
    }

    private Mapper compile() {
        Mapper mapper = new MapperBuilder(text).withImports(imports).withLibrary(new PureFunctions()).withLibrary(new HubFunctions())
            .extendPlugins(formats -> formats.removeIf(DefaultJavaFormatPlugin.class::isInstance)).build();
        PureFunctions.forgetReplaced(mapper);
        return mapper;
    }

    private static String run(Mapper mapper, String json) {
        return mapper.transform(new DefaultDocument<>(json, MediaTypes.APPLICATION_JSON), Map.of(), MediaTypes.APPLICATION_JSON).getContent();
    }

    /** All mappers share one standard library: after one thread has used all of it, it no longer changes. */
    private static void rememberStandardFunctions() {
        run(new MapperBuilder("[std.type(std[name]) for name in std.objectFieldsAll(std)]").build(), "{}");
    }
}
