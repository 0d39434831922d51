package io.scopebridge.draft.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of bounded length. */
final class Lines {

    private Lines() {
    }

    /**
     * Null at the end.
     *
     * @throws IOException if the line is longer than {@code most} bytes
     */
    static String read(InputStream in, int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) return null;
            if (line.size() >= most) throw new IOException("The line is longer than " + most + " bytes");
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
