package io.scopebridge.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The source of the encryption keys: the configuration, or else a file that only its owner can read. */
class KeySource {

    private static final String HOW = "Generate one with: openssl rand -base64 32";

    private KeySource() {
    }

    /** @throws UnusableKey if it is not 32 bytes in base64 */
    static byte[] configured(String text, String from) {
        return decode(text, from);
    }

    /** Reads the keys, one a line: the first encrypts, the others only read. Creates one if the file does not exist yet. */
    static List<byte[]> file(Path file) {
        try {
            if (!Files.exists(file)) make(file);
            refuseOpenFile(file);
            List<String> lines = Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
            if (lines.isEmpty()) throw new UnusableKey("The file " + file + " contains no key. Each line must be 32 bytes in base64. " + HOW);
            return lines.stream().map(line -> decode(line, "A line of the file " + file)).toList();
        } catch (IOException e) {
            throw new UnusableKey("The encryption key cannot be read from or written to " + file + " (" + e.getMessage()
                + "). Grant the hub's user write access to that directory, or set scopebridge.secret-key.", e);
        }
    }

    private static byte[] decode(String text, String from) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new UnusableKey(from + " is not valid base64. It must be 32 bytes in base64. " + HOW);
        }
        if (key.length != 32) throw new UnusableKey(from + " has " + key.length + " bytes. It must be 32 bytes in base64. " + HOW);
        return key;
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        FileAttribute<?>[] ownerOnly = posix(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
            : new FileAttribute<?>[0];
        try (SeekableByteChannel out = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            out.write(ByteBuffer.wrap((Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException madeByAnotherNode) {
            // that one counts
        }
    }

    private static void refuseOpenFile(Path file) throws IOException {
        if (!posix(file)) return;
        Set<PosixFilePermission> open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        open.removeAll(PosixFilePermissions.fromString("rwx------"));
        if (!open.isEmpty()) throw new UnusableKey("The key file " + file + " is accessible to other users. Run: chmod 600 " + file);
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
