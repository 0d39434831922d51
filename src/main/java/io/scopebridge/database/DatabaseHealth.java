package io.scopebridge.database;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Answers at once, whatever the database does; takes the place of the indicator of Spring Boot, which waits for the pool. */
@Component("dbHealthContributor")
class DatabaseHealth implements HealthIndicator {

    private final DatabaseState databaseState;

    DatabaseHealth(DatabaseState databaseState) {
        this.databaseState = databaseState;
    }

    @Override
    public Health health() {
        return databaseState.trouble().map(trouble -> Health.down().withDetail("trouble", trouble)).orElseGet(Health::up).build();
    }
}
