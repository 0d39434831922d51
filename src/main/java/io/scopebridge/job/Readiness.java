package io.scopebridge.job;

import io.scopebridge.database.DatabaseState;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/** Work starts when the hub is fully up, including its configured connections; no new work starts while it is stopping, or without a database. */
@Component
class Readiness {

    private final ApplicationAvailability availability;

    private final DatabaseState database;

    Readiness(ApplicationAvailability availability, DatabaseState database) {
        this.availability = availability;
        this.database = database;
    }

    boolean isOpen() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && database.isAvailable();
    }
}
