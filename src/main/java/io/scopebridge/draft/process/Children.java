package io.scopebridge.draft.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Children of one kind. The last one is kept for the next question, because Java takes a second or two to start. They end before requests do when the hub stops. */
@Component
public class Children implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Children.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int MOST_IDLE = 1;
    private static final long LEAST_MEGABYTES = 64;

    private final DataSize memory;
    private final ObjectMapper json;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "mapping-process");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Child> all = ConcurrentHashMap.newKeySet();
    private final Deque<Child> idle = new ArrayDeque<>();
    private volatile boolean stopped;

    public Children(ObjectMapper json, @Value("${scopebridge.drafts.memory}") DataSize memory) {
        if (memory.toMegabytes() < LEAST_MEGABYTES) throw new IllegalArgumentException("scopebridge.drafts.memory must be at least " + LEAST_MEGABYTES + "MB");
        this.memory = memory;
        this.json = json;
    }

    /**
     * One that is idle, or else a new one.
     *
     * @param command of the program, which runs a {@link ChildLoop}
     * @throws ChildUnavailable if it cannot be started
     */
    public Child take(String command) {
        for (Child kept = nextIdle(); kept != null; kept = nextIdle()) {
            if (kept.isUsable()) return kept;
            end(kept);
        }
        if (stopped) throw new ChildUnavailable("the hub is stopping", null);
        ProcessBuilder words = ChildCommand.of(command, memory);
        Child child;
        try {
            child = new Child(words.start(), memory, json, threads, this::giveBack);
        } catch (IOException e) {
            LOG.error("The process for drafts of mappings cannot be started with {}", words.command().get(0), e);
            throw new ChildUnavailable("the process cannot be started", e);
        }
        all.add(child);
        try {
            child.ready(START);
        } catch (ChildStopped e) {
            end(child);
            if (!stopped) LOG.error("The process for drafts of mappings does not start: {} {}", e.getMessage(), child.errors());
            throw new ChildUnavailable(e.getMessage(), e);
        }
        if (stopped) end(child);
        return child;
    }

    private Child nextIdle() {
        synchronized (idle) {
            return idle.pollLast();
        }
    }

    private void giveBack(Child child) {
        child.restsSince(System.nanoTime());
        synchronized (idle) {
            if (!stopped && child.isUsable() && idle.size() < MOST_IDLE) {
                idle.add(child);
                return;
            }
        }
        end(child);
    }

    private void end(Child child) {
        child.kill();
        all.remove(child);
    }

    @Scheduled(fixedDelay = 30_000)
    void endIdle() {
        synchronized (idle) {
            idle.removeIf(child -> {
                boolean over = child.idle().compareTo(IDLE) > 0 || !child.isUsable();
                if (over) end(child);
                return over;
            });
        }
    }

    @Override
    public void start() {
        stopped = false;
    }

    @Override
    public void stop() {
        stopped = true;
        synchronized (idle) {
            idle.clear();
        }
        all.forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }
}
