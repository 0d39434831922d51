package io.scopebridge.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A text file of the project. */
record SourceFile(Path path, String text) {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?<!:)//[^\\n]*");

    static List<SourceFile> of(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().map(SourceFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder, e);
        }
    }

    static SourceFile read(Path file) {
        try {
            return new SourceFile(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    boolean isIn(String... folders) {
        return Arrays.stream(folders).anyMatch(folder -> path.getParent().endsWith(folder));
    }

    long lines() {
        return text.lines().count();
    }

    /** Lines that hold the pattern outside of comments. */
    Stream<String> codeLines(String pattern) {
        // A comment leaves its line breaks, so that the numbers stay those of the file.
        List<String> lines = COMMENT.matcher(text).replaceAll(comment -> "\n".repeat((int) comment.group().chars().filter(c -> c == '\n').count()))
            .lines().toList();
        Pattern wanted = Pattern.compile(pattern);
        return IntStream.range(0, lines.size()).filter(line -> wanted.matcher(lines.get(line)).find())
            .mapToObj(line -> path + ":" + (line + 1) + " " + lines.get(line).strip());
    }
}
