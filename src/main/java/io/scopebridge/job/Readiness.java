package io.scopebridge.job;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;

/** Work starts when the hub is fully up, including its configured connections; no new work starts while it is stopping. */
@Component
class Readiness {

    private final ApplicationAvailability availability;

    Readiness(ApplicationAvailability availability) {
        this.availability = availability;
    }

    boolean isOpen() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }
}
