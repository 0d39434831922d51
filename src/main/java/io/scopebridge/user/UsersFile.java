package io.scopebridge.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file {@code console-users}: one line {@code name:role:hash} per user; lines starting with # are comments. */
class UsersFile {

    record Line(String name, String role, String hash) {
    }

    private final Path file;

    UsersFile(Path dataFolder) {
        file = dataFolder.resolve("console-users");
    }

    List<Line> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (String text : Files.readAllLines(file)) {
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            String[] parts = text.strip().split(":", 3);
            if (parts.length != 3 || !parts[2].startsWith("{")) {
                throw new IllegalStateException("A line of " + file + " does not have the form name:role:{kind}hash. It starts with '" + parts[0] + "'.");
            }
            lines.add(new Line(parts[0], parts[1], parts[2]));
        }
        return lines;
    }
}
