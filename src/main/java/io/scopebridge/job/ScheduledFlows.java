package io.scopebridge.job;

import io.scopebridge.schema.SchemaFiles;
import java.util.List;
import org.springframework.stereotype.Component;

/** The flows that the settings of a system schedule. */
@Component
class ScheduledFlows {

    /** Of a setting that holds a cron expression. */
    static final String KEYWORD = "x-flow";

    private final SchemaFiles schemas;

    ScheduledFlows(SchemaFiles schemas) {
        this.schemas = schemas;
    }

    /** Empty while the folder of the system is missing. */
    List<ScheduledFlow> of(String system) {
        if (!schemas.systems().contains(system)) return List.of();
        return schemas.connection(system).fieldsWith(KEYWORD).entrySet().stream()
            .map(field -> ScheduledFlow.of(field.getKey(), field.getValue())).toList();
    }

    /** @throws IllegalStateException if no setting of the system declares it */
    ScheduledFlow get(String system, String name) {
        return of(system).stream().filter(one -> one.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalStateException("no setting of " + system + " declares it in " + KEYWORD));
    }
}
