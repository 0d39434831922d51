package io.scopebridge.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The route files of a folder, by relative path. */
class RouteFolder {

    /** A change that keeps both is not detected. */
    record State(FileTime modified, long length) {
    }

    private final Path folder;

    /** @param folder may be a symbolic link, as mounted folders are */
    RouteFolder(Path folder) {
        this.folder = real(folder);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException notYet) {
            return folder;
        }
    }

    Map<String, State> states() {
        Map<String, State> states = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(one -> one.toString().endsWith(".camel.yaml"))::iterator) {
                states.put(name(file), new State(Files.getLastModifiedTime(file), Files.size(file)));
            }
        } catch (NoSuchFileException goneWhileLooking) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + folder + " cannot be read", e);
        }
        return states;
    }

    String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
