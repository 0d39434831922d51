package io.scopebridge.job;

import io.scopebridge.database.DatabaseState;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/** Work starts when the hub is fully up, including its configured connections; no new work starts while it is stopping, or without a database. */
@Component
class Readiness {

    private final ApplicationAvailability availability;

    private final DatabaseState databaseState;

    Readiness(ApplicationAvailability availability, DatabaseState databaseState) {
        this.availability = availability;
        this.databaseState = databaseState;
    }

    boolean isOpen() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseState.isAvailable();
    }
}
