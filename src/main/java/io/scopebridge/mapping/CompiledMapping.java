package io.scopebridge.mapping;

import com.datasonnet.Mapper;
import com.datasonnet.MapperBuilder;
import com.datasonnet.document.DefaultDocument;
import com.datasonnet.document.MediaTypes;
import com.datasonnet.plugins.javaplugin.DefaultJavaFormatPlugin;
import com.fasterxml.jackson.core.JsonProcessingException;
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

    private static final LongNumbers LONG_NUMBERS = new LongNumbers();

    private final MappingSource source;
    private final Map<String, String> versions = new TreeMap<>();
    private final ConcurrentLinkedQueue<Mapper> idle = new ConcurrentLinkedQueue<>();

    private CompiledMapping(MappingSource source) {
        this.source = source;
        versions.put(source.file(), VersionHash.of(source.text()));
        source.imports().forEach((file, library) -> versions.put(file, VersionHash.of(library)));
        idle.add(compile());
    }

    static CompiledMapping of(String name, String text, Libraries libraries) throws MappingRefused {
        return of(MappingSource.of(name, text, libraries));
    }

    static CompiledMapping of(MappingSource source) throws MappingRefused {
        try {
            return new CompiledMapping(source);
        } catch (RuntimeException e) {
            throw MappingRefused.of(source.file(), e);
        } catch (StackOverflowError e) {
            throw MappingRefused.of(source.file(), new IllegalArgumentException("it is nested too deeply", e));
        }
    }

    MappingSource source() {
        return source;
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
            return run(mapper, LONG_NUMBERS.shortened(json));
        } catch (JsonProcessingException e) {
            throw new MappingFailed(source.name(), "its input is not JSON: " + e.getOriginalMessage(), e);
        } catch (RuntimeException e) {
            throw MappingFailed.on(source.name(), e);
        } catch (StackOverflowError e) {
            throw MappingFailed.tooDeep(source.name(), e);
        } finally {
            // One that was stopped midway is not used again.
            if (!MappingBudget.isExceeded()) idle.add(mapper);
        }
    }

    private Mapper compile() {
        Mapper mapper = new MapperBuilder(source.text()).withImports(source.imports()).withLibrary(new PureFunctions()).withLibrary(new HubFunctions())
            .extendPlugins(formats -> formats.removeIf(DefaultJavaFormatPlugin.class::isInstance)).build();
        PureFunctions.forgetReplaced(mapper);
        return mapper;
    }

    private static String run(Mapper mapper, String json) {
        return mapper.transform(new DefaultDocument<>(json, MediaTypes.APPLICATION_JSON), Map.of(), MediaTypes.APPLICATION_JSON).getContent();
    }

    /**
     * All mappers share one standard library: after one thread has used all of it, it no longer changes. The classes that describe a failure are
     * loaded too: their first use in the depth of an endless recursion would make them unusable until a restart.
     */
    private static void rememberStandardFunctions() {
        run(new MapperBuilder("[std.type(std[name]) for name in std.objectFieldsAll(std)]").build(), "{}");
        try {
            run(new MapperBuilder("local f(n) = if n > 1 then error 'none' else f(n + 1) + 1; f(0)").build(), "{}");
        } catch (RuntimeException loaded) {
            return;
        }
    }
}
