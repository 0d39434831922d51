package io.scopebridge.hub;

import io.scopebridge.connection.DeletedConnections;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.awaitility.Awaitility;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.context.ConfigurableApplicationContext;

/** The hub of this JVM for all test classes that need no more than connections of their own; see {@link TestHub#shared}. */
final class SharedHub {

    static final Path HOME = Path.of("target", "test-data", "shared-hub-" + System.getProperty("scopebridge.fork", "1"));
    static final String DATABASE = "jdbc:h2:mem:shared;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=100;DB_CLOSE_DELAY=-1";

    private static ConfigurableApplicationContext running;

    private SharedHub() {
    }

    static synchronized ConfigurableApplicationContext running(Supplier<ConfigurableApplicationContext> start) {
        if (running == null) running = start.get();
        else ticks(Scheduler::start);
        return running;
    }

    /** Between two classes nothing is due: idle ticks took a tenth of the processor time of all tests. */
    private static void ticks(Tick change) {
        try {
            change.of(running.getBean(CamelContext.class).getComponent("quartz", QuartzComponent.class).getScheduler());
        } catch (SchedulerException e) {
            throw new AssertionError(e);
        }
    }

    private interface Tick {
        void of(Scheduler scheduler) throws SchedulerException;
    }

    /** The next class finds no connection, no job, no entry in the log; what was running has ended, so that it writes into nothing of the next. */
    static void empty(TestHub hub) {
        hub.get("/api/connections").findValuesAsText("id").forEach(id -> hub.send("POST", "/api/connections/" + id + "/disable", null));
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
            .until(() -> hub.database().sql("select count(*) from job where state = 'RUNNING'").query(Integer.class).single() == 0);
        for (String id : hub.database().sql("select id from connection").query(String.class).list()) {
            int status = hub.send("DELETE", "/api/connections/" + id, null).statusCode();
            if (status != 204) throw new AssertionError("The connection " + id + " was not deleted: " + status);
        }
        // A slow machine answers before all rows are gone; until then the id is taken.
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(() -> {
            hub.context().getBean(DeletedConnections.class).removeAll();
            return hub.database().sql("select count(*) from connection").query(Integer.class).single() == 0;
        });
        for (String table : new String[] {"replay_entry", "replay_item", "replay", "log_entry", "log_outbox", "alert_rule", "alert_target", "alert_problem"}) hub.database().sql("delete from " + table).update();
        ticks(Scheduler::standby);
    }
}
