package io.scopebridge.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionParts;
import io.scopebridge.connection.ConnectionStatuses;
import io.scopebridge.database.DatabaseState;
import io.scopebridge.database.Databases;
import io.scopebridge.failure.Classifier;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.governor.BreakerSettings;
import io.scopebridge.governor.Breakers;
import io.scopebridge.group.Fast;
import io.scopebridge.log.LogOn;
import io.scopebridge.trace.Traces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;
import org.h2.api.Trigger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a job of one node ends: with the routes that handle failures, over a real database. */
@Fast
class JobRunsTest {

    /** The table has no space for another row, while rows of others can be updated. */
    public static class NoSpace implements Trigger {
        @Override
        public void fire(java.sql.Connection connection, Object[] before, Object[] after) throws SQLException {
            throw new SQLException("could not extend file: No space left on device", "53100");
        }
    }

    private static final String ROUTE = """
            - route:
                id: work
                routeConfigurationId: failures
                from:
                  uri: direct:work
                  steps:
                    - process: {ref: flow}
            """;
    private static final String AUTOTASK = "autotask";
    private static final String FLOW = "refresh-directory";
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration ASKED = Duration.ofMinutes(2);
    private static final Failure BUSY = new Failure(FailureClass.RATE_LIMIT, "The other system allows no more calls.", "Wait.", null, ASKED, null, null);

    private final DataSource database = Databases.h2();
    private final JdbcClient db = JdbcClient.create(database);
    private final Node node = new Node(db, database);
    private final ConnectionStatuses statuses = ConnectionParts.statuses(database);
    private final LogOn log = new LogOn(database);
    private final Connection connection = new Connection("runs-" + UUID.randomUUID().toString().substring(0, 8), "runs", AUTOTASK, true, JsonNodeFactory.instance.objectNode(), Map.of());
    private Breakers breakers;
    private JobRuns runs;

    @Test
    void aJobDoesNotEndWhileItsFailureCannotBeLogged() throws Exception {
        begin(SHORT);
        RemoteFailure refused = new RemoteFailure(Failure.of(FailureClass.VALIDATION, "The name is too long.", "Shorten it."));
        Job job = running();
        db.sql("create trigger no_space before insert on log_entry for each row call '" + NoSpace.class.getName() + "'").update();
        try {
            fail(job, refused);
        } finally {
            db.sql("drop trigger no_space").update();
        }
        assertThat(state(job)).isEqualTo("WAITING");
        assertThat(entries()).isEmpty();

        fail(rerun(job), refused);

        assertThat(state(job)).isEqualTo("FAILED");
        assertThat(entries()).containsExactly(FLOW + " OPEN");
    }

    /** Only who is refused for the breaker does not count. */
    @Test
    void whileABreakerIsHalfOpenOtherFailuresAreTheirOwn() throws Exception {
        begin(SHORT);
        trip();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(this::isHalfOpen);
        Job busy = running();

        fail(busy, new RemoteFailure(BUSY));

        assertThat(attempts(busy)).isEqualTo(1);
        assertThat(wait(busy)).isGreaterThan(ASKED.minusSeconds(20));
        assertThat(entries()).containsExactly(FLOW + " OPEN");

        breakers.enter(connection, AUTOTASK);
        RemoteFailure refused = catchThrowableOfType(RemoteFailure.class, () -> breakers.enter(connection, AUTOTASK));
        Job behind = running();
        fail(behind, refused);

        assertThat(attempts(behind)).isZero();
        assertThat(entries()).containsExactly(FLOW + " OPEN", "calls OPEN");
    }

    @Test
    void whileABreakerIsOpenNothingCountsAndALongerWaitThatASystemAskedForIsKept() throws Exception {
        begin(Duration.ofHours(1));
        trip();
        Job busy = running();

        fail(busy, new RemoteFailure(BUSY));

        assertThat(attempts(busy)).isZero();
        assertThat(wait(busy)).isGreaterThan(ASKED.minusSeconds(20));
        assertThat(entries()).containsExactly("calls OPEN");
    }

    @Test
    void onlyTheSystemItselfEndsThatItDoesNotAnswer() throws Exception {
        begin(SHORT);
        trip();
        fail(running(), catchThrowableOfType(RemoteFailure.class, () -> breakers.enter(connection, AUTOTASK)));
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(this::isHalfOpen);

        runs.done(running(), null);
        statuses.checked(connection.id());

        assertThat(entries()).as("the job did not call the system").containsExactly("calls OPEN");
        assertThat(statuses.unreachable(List.of(connection.id()))).containsKey(connection.id());

        breakers.enter(connection, AUTOTASK);
        breakers.left(connection, AUTOTASK, true, Duration.ZERO);
        assertThat(statuses.unreachable(List.of(connection.id()))).isEmpty();
        statuses.unreachable(connection.id(), AUTOTASK, Failure.of(FailureClass.TRANSIENT, "As another node found before it ended.", "None."));
        runs.done(running(), null);

        assertThat(entries()).containsExactly("calls RESOLVED");
        assertThat(statuses.unreachable(List.of(connection.id()))).isEmpty();
    }

    private void begin(Duration pause) {
        Databases.addConnection(database, connection.id(), AUTOTASK);
        JobWakeUp wakeUp = new JobWakeUp(null, new Readiness(new ApplicationAvailabilityBean(), new DatabaseState()));
        Jobs jobs = new Jobs(db, new ObjectMapper(), node, wakeUp);
        breakers = new Breakers(statuses, new BreakerSettings(Duration.ZERO, 1, pause, pause.multipliedBy(2)));
        runs = new JobRuns(jobs, null, new Backoff(Duration.ofSeconds(1), 3), log.log, statuses, new ConnectionChecks(jobs, null, statuses, db, false, Duration.ofHours(1)), breakers, wakeUp, new JobMetrics(db, new ConnectionLeases(db, null, node, Duration.ofSeconds(10)), new SimpleMeterRegistry()), new Cancellations(db), Traces.off());
    }

    private void trip() {
        breakers.enter(connection, AUTOTASK);
        breakers.left(connection, AUTOTASK, false, Duration.ofSeconds(1));
    }

    private boolean isHalfOpen() {
        return breakers.open().contains(connection.id()) && breakers.paused().isEmpty();
    }

    private Job running() {
        db.sql("insert into job (connection_id, flow, subject, payload, source, state, owner, attempts, due_at) values (?, ?, 'directory', '{}', 'test', 'RUNNING', ?, 1, current_timestamp)")
            .params(connection.id(), FLOW, node.id()).update();
        long id = db.sql("select max(id) from job where connection_id = ?").param(connection.id()).query(Long.class).single();
        return new Job(id, connection.id(), FLOW, "directory", JsonNodeFactory.instance.objectNode(), 1, null, Redo.WHOLE, null);
    }

    private Job rerun(Job job) {
        db.sql("update job set state = 'RUNNING', owner = ? where id = ?").params(node.id(), job.id()).update();
        return job;
    }

    private void fail(Job job, RuntimeException thrown) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("classifier", new Classifier());
            camel.getRegistry().bind("jobRuns", runs);
            camel.getRegistry().bind("flow", (org.apache.camel.Processor) exchange -> {
                throw thrown;
            });
            camel.addComponent("deadletter", log.deadLetters());
            PluginHelper.getRoutesLoader(camel).loadRoutes(
                ResourceHelper.fromString("failures.camel.yaml", Files.readString(Path.of("routes/hub/failures.camel.yaml"))), ResourceHelper.fromString("work.camel.yaml", ROUTE));
            camel.start();
            camel.createProducerTemplate().send("direct:work", exchange -> {
                exchange.setVariable("job", job);
                exchange.setVariable("jobId", job.id());
                exchange.setVariable("flow", job.flow());
                exchange.setVariable("subject", job.subject());
                exchange.setVariable("payload", "{}");
                exchange.setVariable("connection", connection);
            });
        }
    }

    private String state(Job job) {
        return db.sql("select state from job where id = ?").param(job.id()).query(String.class).single();
    }

    private int attempts(Job job) {
        return db.sql("select attempts from job where id = ?").param(job.id()).query(Integer.class).single();
    }

    private Duration wait(Job job) {
        return Duration.between(OffsetDateTime.now(), db.sql("select due_at from job where id = ?").param(job.id()).query(OffsetDateTime.class).single());
    }

    private List<String> entries() {
        return db.sql("select flow || ' ' || state from log_entry where connection_id = ? order by id").param(connection.id()).query(String.class).list();
    }
}
