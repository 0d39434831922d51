package io.scopebridge.reload;

import io.scopebridge.mapping.MappingFailed;
import io.scopebridge.mapping.Mappings;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Scans the folders of routes and mappings. A changed file, and a promoted mapping, is used within seconds if it is valid; otherwise it is
 * rejected in the log and the previous version stays in use. Only folders are scanned: files in the jar do not change.
 */
@Component
class Reload {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final String REMEDY = "Correct the file, or the version promoted in its place; a correction is used within seconds. Until then the previous version of the mapping stays in use.";

    private final CamelContext camel;
    private final Mappings mappings;
    private final Refusals refusals;
    private final String routesLocation;
    private final boolean mappingsInFolder;
    private volatile boolean ready;
    private RouteReload routes;
    private Set<String> refusedMappings = Set.of();

    Reload(CamelContext camel, Mappings mappings, Refusals refusals, @Value("${scopebridge.routes:file:routes}") String routesLocation,
           @Value("${scopebridge.mappings:file:mappings}") String mappingsLocation) {
        this.camel = camel;
        this.mappings = mappings;
        this.refusals = refusals;
        this.routesLocation = routesLocation;
        this.mappingsInFolder = mappingsLocation.startsWith("file:");
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        refusals.begin();
        if (routesLocation.startsWith("file:")) {
            Path folder = Path.of(routesLocation.substring("file:".length()));
            routes = new RouteReload(new RouteFolder(folder), new RouteGenerations(camel), refusals);
        }
        ready = true;
    }

    @Scheduled(fixedDelayString = "${scopebridge.reload.every:1s}")
    void look() {
        if (!ready) {
            return;
        }
        try {
            if (routes != null) {
                routes.look();
            }
            if (mappingsInFolder || mappings.isOverridden() || !refusedMappings.isEmpty()) {
                lookAtMappings();
            }
        } catch (Exception e) {
            LOG.error("The folders of routes and mappings cannot be scanned: {}", e.getMessage(), e);
        }
    }

    private void lookAtMappings() {
        Map<String, MappingFailed> now = mappings.refusals();
        now.forEach((file, why) -> refusals.refused(file, why.failure().cause(), REMEDY, null));
        refusedMappings.stream().filter(file -> !now.containsKey(file)).forEach(refusals::over);
        refusedMappings = new HashSet<>(now.keySet());
    }
}
