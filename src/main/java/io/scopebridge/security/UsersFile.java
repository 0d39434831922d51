package io.scopebridge.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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

    /** Creates the file, readable only by its owner. False if another node created it first. */
    boolean create(Line first) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileAttribute<?>[] ownerOnly = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, ownerOnly);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        Files.writeString(file, "# Users of the console: name:role:hash; roles are viewer, operator, admin.\n"
                + first.name() + ":" + first.role() + ":" + first.hash() + "\n", StandardCharsets.UTF_8);
        return true;
    }
}
