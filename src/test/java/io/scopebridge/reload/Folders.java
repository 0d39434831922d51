package io.scopebridge.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Copies of the folders routes and mappings, as they lie beside a jar, to be changed while the hub runs. */
public final class Folders {

    private final Path home;
    private final Map<Path, String> originals = new TreeMap<>();

    public Folders(Path home) {
        this.home = home;
        add(Path.of("routes"), "routes");
        add(Path.of("mappings"), "mappings");
    }

    /** Lays the files of a folder into the one of that name. */
    public Folders add(Path from, String into) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) write(into + "/" + from.relativize(file), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public String routes() {
        return "file:" + home.resolve("routes");
    }

    public String mappings() {
        return "file:" + home.resolve("mappings");
    }

    /** The same folder through a symbolic link, as mounted folders often are. */
    String linked(String folder) {
        try {
            return "file:" + Files.createSymbolicLink(home.resolve("linked-" + folder), home.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void edit(String path, UnaryOperator<String> change) {
        String before = read(path);
        String after = change.apply(before);
        if (after.equals(before)) throw new AssertionError("Nothing to change in " + path);
        originals.putIfAbsent(home.resolve(path), before);
        write(path, after);
    }

    void add(String path, String text) {
        originals.putIfAbsent(home.resolve(path), "");
        write(path, text);
    }

    void delete(String path) {
        originals.putIfAbsent(home.resolve(path), read(path));
        try {
            Files.delete(home.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes every change back. */
    void restore() {
        originals.forEach((file, text) -> {
            try {
                if (text.isEmpty()) Files.deleteIfExists(file);
                else put(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        originals.clear();
    }

    private String read(String path) {
        try {
            return Files.readString(home.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String path, String text) {
        try {
            put(home.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path beside = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
