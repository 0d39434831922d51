package io.scopebridge.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scopebridge.log.LogOn;
import io.scopebridge.time.TimeZones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What decides about alerts on one node, without the rest of the hub, with a clock of its own. */
final class AlertNode {

    final LogOn log;
    final Rules rules;
    final Deliveries deliveries;
    final Attempts attempts;
    final ProblemTable problems;
    private final Evaluation evaluation;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    AlertNode(DataSource database, int perHour, Duration clearAfter) {
        JdbcClient db = JdbcClient.create(database);
        ObjectMapper json = new ObjectMapper().findAndRegisterModules().disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        log = new LogOn(database);
        deliveries = new Deliveries(db, perHour);
        problems = new ProblemTable(db);
        attempts = new Attempts(db, new AlertMetrics(db, new SimpleMeterRegistry()), Duration.ofMinutes(5), Duration.ofSeconds(30), 3);
        rules = new Rules(db, json, new RuleCheck(null, null, null) {
            @Override
            RuleDraft complete(RuleDraft draft) {
                return draft;
            }
        });
        Targets targets = new Targets(new TargetTable(db, json), null, null, deliveries);
        Messages messages = new Messages(json, null, new ConsoleAddress("https://hub.example.com/", ""), new TimeZones("UTC", Clock.systemUTC())) {
            @Override
            String name(String connection) {
                if ("broken".equals(connection)) throw new IllegalStateException("Its settings cannot be read");
                return connection;
            }
        };
        Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
        evaluation = new Evaluation(log.outbox, log.handlings, problems, rules, targets, deliveries, messages, new TransactionTemplate(new DataSourceTransactionManager(database)), clock, clearAfter);
        this.json = json;
        this.db = db;
    }

    private final ObjectMapper json;
    private final JdbcClient db;

    void evaluate() {
        evaluate(Instant.now().plusMillis(1));
    }

    /** Evaluates at that time. */
    void evaluate(Instant at) {
        now.set(at);
        evaluation.run();
    }

    long target(String name) {
        return new TargetTable(db, json).insert(name, Channel.WEBHOOK, true).orElseThrow();
    }

    void rule(String name, String connection, int atLeast, int afterMinutes, QuietHours quiet, long... targets) {
        List<Long> ids = java.util.Arrays.stream(targets).boxed().toList();
        rules.create(new RuleDraft(name, true, connection, List.of(), null, atLeast, afterMinutes, quiet, ids));
    }

    /** Kind and state of every message, oldest first. */
    List<String> messages() {
        return db.sql("select kind || ' ' || state from alert_delivery order by id").query(String.class).list();
    }

    static com.fasterxml.jackson.databind.node.ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
