package io.scopebridge.draft.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.springframework.util.unit.DataSize;

/** A process of bounded memory that answers questions, each within a time limit; it is killed if it does not. Used by one thread at a time. */
public final class Child implements AutoCloseable {

    private static final int LONGEST_ANSWER = 32 * 1024 * 1024;
    private static final int MOST_ERRORS = 2000;
    private static final long END_SECONDS = 5;

    private final Process process;
    private final DataSize memory;
    private final ObjectMapper json;
    private final Executor threads;
    private final Consumer<Child> release;
    private final InputStream in;
    private final OutputStream out;
    private final StringBuffer errors = new StringBuffer();
    private volatile boolean silent;
    private volatile boolean worn;
    private volatile boolean killed;
    private volatile long idleSince;

    Child(Process process, DataSize memory, ObjectMapper json, Executor threads, Consumer<Child> release) {
        this.process = process;
        this.memory = memory;
        this.json = json;
        this.threads = threads;
        this.release = release;
        this.in = new BufferedInputStream(process.getInputStream());
        this.out = new BufferedOutputStream(process.getOutputStream());
        threads.execute(this::drain);
    }

    /** Waits until it has said its first word. */
    void ready(Duration limit) {
        exchange(null, limit);
        silent = true;
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws ChildStopped if it takes longer, needs too much memory or ends; then it is gone
     */
    public <A> A ask(Object question, Class<A> answer, Duration limit) {
        try {
            return json.readValue(exchange(question, limit), answer);
        } catch (IOException e) {
            kill();
            throw new ChildStopped("the answer of its process cannot be read");
        }
    }

    private String exchange(Object question, Duration limit) {
        FutureTask<String> answer = new FutureTask<>(() -> {
            if (question != null) {
                out.write((json.writeValueAsString(question) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            return Lines.read(in, LONGEST_ANSWER);
        });
        threads.execute(answer);
        try {
            String line = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) throw new ChildStopped(end());
            return line;
        } catch (TimeoutException e) {
            kill();
            throw new ChildStopped("it took longer than " + limit.toMillis() / 1000.0 + " seconds; it may loop endlessly");
        } catch (ExecutionException e) {
            throw new ChildStopped(end());
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new ChildStopped("the hub is stopping");
        }
    }

    /** Why it ended by itself. */
    private String end() {
        if (killed) return "the hub is stopping";
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                kill();
                return "the answer of its process cannot be read";
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            return "the hub is stopping";
        }
        if (process.exitValue() == ChildLoop.OUT_OF_MEMORY) return "it needs more memory than scopebridge.drafts.memory permits (" + memory.toMegabytes() + " MB)";
        return "its process ended with exit code " + process.exitValue() + ", killed from outside or by an error of Java; if that happens again, change the draft";
    }

    /** It is not used again, because an error may have damaged it. */
    public void wear() {
        worn = true;
    }

    boolean isUsable() {
        return process.isAlive() && !worn && !killed;
    }

    void kill() {
        killed = true;
        process.destroyForcibly();
    }

    /** What it said before it was ready: later it may say what belongs to a tenant. */
    String errors() {
        return errors.toString().strip();
    }

    void restsSince(long nanos) {
        idleSince = nanos;
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    /** Gives it back. */
    @Override
    public void close() {
        release.accept(this);
    }

    private void drain() {
        byte[] some = new byte[1024];
        try (InputStream said = process.getErrorStream()) {
            for (int length = said.read(some); length >= 0; length = said.read(some)) {
                if (!silent && errors.length() < MOST_ERRORS) errors.append(new String(some, 0, length, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // It was killed.
        }
    }
}
