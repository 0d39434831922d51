package io.scopebridge.log.group;

import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The flows that entries of the log can name: those of jobs, timers, and what is no route. */
@Component
public class LoggedFlows {

    private static final String FOLDER = "flows/";
    private static final String FILE = ".camel.yaml";
    /** Of a system that does not answer, and of files that cannot be loaded. */
    private static final Set<String> WITHOUT_ROUTE = Set.of("calls", "reload");

    private final CamelContext camel;
    private final JdbcClient db;

    LoggedFlows(CamelContext camel, JdbcClient db) {
        this.camel = camel;
        this.db = db;
    }

    /** With every route, and what is in the log already. */
    public Set<String> all() {
        Set<String> all = usual();
        camel.getRoutes().forEach(route -> all.add(route.getRouteId()));
        all.addAll(db.sql("select distinct flow from log_record").query(String.class).list());
        return all;
    }

    /** Without routes that only other routes call, for people to choose from. */
    public Set<String> usual() {
        Set<String> usual = new TreeSet<>(WITHOUT_ROUTE);
        camel.getRoutes().stream().filter(route -> isTimer(route) || isFlow(route)).forEach(route -> usual.add(route.getRouteId()));
        return usual;
    }

    private static boolean isTimer(Route route) {
        return route.getEndpoint().getEndpointUri().startsWith("quartz");
    }

    /** The first route of a file of flows has its name. */
    private static boolean isFlow(Route route) {
        return route.getSourceResource() != null && route.getSourceResource().getLocation().endsWith(FOLDER + route.getRouteId() + FILE);
    }
}
