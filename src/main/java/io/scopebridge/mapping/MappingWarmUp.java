package io.scopebridge.mapping;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compiles every mapping after the start and runs those that have an example input, so that the first real use is fast. The hub is ready before that.
 */
@Component
@ConditionalOnProperty("scopebridge.warm-up")
class MappingWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(MappingWarmUp.class);
    private static final int RUNS = 3;

    private final Mappings mappings;

    MappingWarmUp(Mappings mappings) {
        this.mappings = mappings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void inTheBackground() {
        Thread thread = new Thread(this::run, "mappings-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the mappings that ran. */
    List<String> run() {
        long start = System.nanoTime();
        List<String> ran = new ArrayList<>();
        for (String name : mappings.names()) {
            try {
                if (mappings.warmUp(name, RUNS)) ran.add(name);
            } catch (RuntimeException e) {
                LOG.warn("Warm-up: {}", e.getMessage());
            }
        }
        LOG.info("Mappings compiled in {} ms; warmed up with an example: {}", (System.nanoTime() - start) / 1_000_000, ran);
        return ran;
    }
}
