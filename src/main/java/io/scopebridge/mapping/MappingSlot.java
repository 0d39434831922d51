package io.scopebridge.mapping;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the newest valid version of one mapping. */
class MappingSlot {

    private static final Logger LOG = LoggerFactory.getLogger(MappingSlot.class);

    private final String name;
    private final MappingFiles files;
    private final Supplier<Libraries> libraries;
    private final DueTime due;

    private volatile CompiledMapping current;
    private volatile MappingFailed failure;
    private MappingFiles.State seenFile;
    private Libraries seenLibraries;
    private volatile Map<String, String> seenOverrides;

    MappingSlot(String name, MappingFiles files, Supplier<Libraries> libraries, DueTime due) {
        this.name = name;
        this.files = files;
        this.libraries = libraries;
        this.due = due;
    }

    /** Why the newest version is not in use; null if it is. */
    MappingFailed refusal() {
        refreshIfDue();
        return failure;
    }

    CompiledMapping current() {
        refreshIfDue();
        CompiledMapping usable = current;
        if (usable == null) {
            throw failure;
        }
        return usable;
    }

    /** The version in use, without a look at the files; null if there is none. */
    CompiledMapping compiled() {
        return current;
    }

    private void refreshIfDue() {
        if (due.passed() || current == null || files.overrides() != seenOverrides) refresh();
    }

    private synchronized void refresh() {
        seenOverrides = files.overrides();
        MappingFiles.State file = files.state(name + ".ds");
        Libraries available = libraries.get();
        boolean first = seenLibraries == null;
        if (!first && available == seenLibraries && same(file, seenFile)) {
            return;
        }
        seenFile = file;
        seenLibraries = available;
        if (file == null) {
            keepTheOld("there is no file " + files.shown(name + ".ds"), null);
            return;
        }
        try {
            current = CompiledMapping.of(name, files.text(name + ".ds"), available);
            failure = null;
            if (!first) {
                LOG.info("Mapping {} reloaded", name);
            }
        } catch (MappingRefused | UncheckedIOException e) {
            keepTheOld(e.getMessage(), e);
            if (current == null && !seenOverrides.isEmpty()) current = ofFiles();
        }
    }

    /** After a start with an override that does not compile, such as of an older release; null if the files do not compile either. */
    private CompiledMapping ofFiles() {
        try {
            MappingFiles onDisk = files.withoutOverrides();
            return CompiledMapping.of(name, onDisk.text(name + ".ds"), Libraries.read(onDisk));
        } catch (MappingRefused | UncheckedIOException e) {
            LOG.error("Mapping {}: its file cannot be used either: {}", name, e.getMessage());
            return null;
        }
    }

    private void keepTheOld(String reason, Exception e) {
        failure = new MappingFailed(name, reason, e);
        LOG.error("Mapping {} rejected{}: {}", name, current == null ? "" : ", the previous version stays in use", reason);
    }

    private static boolean same(MappingFiles.State one, MappingFiles.State other) {
        return one == null ? other == null : one.equals(other);
    }
}
