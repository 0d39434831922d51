package io.scopebridge.job;

import io.scopebridge.connection.ConnectionChanged;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Renews the leases of this node on a thread of its own, so that nothing that waits for a remote system delays it. Until the jobs have ended. */
@Component
class LeaseRenewal {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final ConnectionLeases leases;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread renewal = new Thread(work, "lease-renewal");
        renewal.setDaemon(true);
        return renewal;
    });

    LeaseRenewal(ConnectionLeases leases, @Value("${scopebridge.jobs.renew}") Duration every) {
        this.leases = leases;
        this.every = every;
    }

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        leases.begin();
        thread.scheduleWithFixedDelay(this::renew, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @EventListener(ConnectionChanged.class)
    void changed() {
        leases.begin();
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void renew() {
        try {
            leases.renew();
            leases.begin();
        } catch (Throwable e) {
            // After any other end they would never be renewed again.
            LOG.warn("Leases cannot be renewed, retry in {} s: {}", every.toSeconds(), e.toString());
        }
    }
}
