package io.scopebridge.draft.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** The side of the child: it answers each line with a line, and ends when its input does, whatever it is doing. */
public final class ChildLoop {

    /** The exit code of {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int OUT_OF_MEMORY = 3;
    private static final int FAILED = 1;

    private final ObjectMapper json;
    private final BlockingQueue<String> questions = new LinkedBlockingQueue<>();
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    public ChildLoop(ObjectMapper json) {
        this.json = json;
        // What a mapping prints is data of a tenant, and no answer.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        preferToBeKilled();
        Thread reader = new Thread(this::read, "questions");
        reader.setDaemon(true);
        reader.start();
    }

    /** Does not return. */
    public <Q> void run(Class<Q> type, Function<Q, ?> answer) {
        try {
            say(Boolean.TRUE);
            System.setErr(new PrintStream(OutputStream.nullOutputStream()));
            while (true) say(answer.apply(json.readValue(questions.take(), type)));
        } catch (OutOfMemoryError e) {
            // Also one that the JVM does not notice, such as of a text that is longer than any may be.
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private void say(Object answer) throws IOException {
        out.write((json.writeValueAsString(answer) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in))) {
            for (String line = Lines.read(in, Integer.MAX_VALUE); line != null; line = Lines.read(in, Integer.MAX_VALUE)) questions.add(line);
            Runtime.getRuntime().halt(0);
        } catch (IOException | RuntimeException e) {
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** If the machine runs out of memory, Linux then ends this process before the hub. */
    private static void preferToBeKilled() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
        } catch (IOException | RuntimeException e) {
            // Another system, or not permitted: nothing is lost by it.
        }
    }
}
