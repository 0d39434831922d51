package io.scopebridge.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scopebridge.connection.Connection;
import io.scopebridge.database.Databases;
import io.scopebridge.failure.Failure;
import java.time.Duration;
import java.util.Set;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A connection of its own, a system that keeps records, and executors over one database. */
abstract class ExecutorFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final StrictPsa psa = new StrictPsa();
    final List<String> failed = new CopyOnWriteArrayList<>();
    final List<String> succeeded = new CopyOnWriteArrayList<>();
    final List<PlanExecutor> executors = new CopyOnWriteArrayList<>();
    final StepFailures told = new StepFailures() {
        @Override
        public void failed(Connection c, Plan plan, Step step, Failure failure) {
            failed.add(step.key() + " " + failure.type());
        }

        @Override
        public void succeeded(Connection c, Plan plan, Step step) {
            succeeded.add(step.key());
        }
    };
    Lease lease = time -> true;
    Connection connection;
    Ledger ledger;
    JdbcClient jdbc;
    CallJournal journal;

    abstract DataSource database();

    @BeforeEach
    void connect() {
        jdbc = JdbcClient.create(database());
        ledger = new Ledger(jdbc);
        journal = new CallJournal(jdbc);
        newConnection();
    }

    @AfterEach
    void closeExecutors() {
        executors.forEach(PlanExecutor::close);
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    void newConnection() {
        String id = "tenant-" + NUMBER.incrementAndGet();
        Databases.addConnection(database(), id, "psa");
        connection = new Connection(id, id, "psa", true, StrictPsa.JSON.createObjectNode(), Map.of());
    }

    PlanExecutor executor() {
        return executor(ledger, psa, new PlanSettings(8, 16, Duration.ofMillis(20), Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    PlanExecutor executor(Ledger kept, StrictPsa system, PlanSettings settings) {
        PlanExecutor executor = new PlanExecutor(kept, system, StrictPsa::diagnose, id -> lease, journal, settings);
        executors.add(executor);
        return executor;
    }

    PlanResult carryOut(String... steps) {
        return carryOut(executor(), plan(steps));
    }

    PlanResult carryOut(PlanExecutor executor, Plan plan) {
        return executor.carryOut(connection, plan, Set.of(), (done, total) -> { }, told, true);
    }

    LedgerRow row(String key) {
        return ledger.rows(connection.id(), "project:1").stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }

    Plan plan(String... steps) {
        try {
            return PlanReader.read(StrictPsa.JSON.readTree("{\"subject\":\"project:1\",\"system\":\"psa\",\"steps\":[" + String.join(",", steps) + "]}"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String project() {
        return """
                {"key":"project","title":"Project","call":{"path":"/projects","body":{"name":"Firewall"}},
                 "find":{"path":"/projects","match":{"/name":"Firewall"}}}""";
    }

    static String phase(String id) {
        return """
                {"key":"phase:%1$s","title":"Phase %1$s","call":{"path":"/projects/${project}/phases","body":{"name":"%1$s"}},
                 "find":{"path":"/projects/${project}/phases","match":{"/name":"%1$s"}}}""".formatted(id);
    }

    /** Found by its summary and its phase in one listing of the whole project. */
    static String ticket(String id, String phase, String summary, int hours) {
        return """
                {"key":"ticket:%1$s","title":"Ticket %1$s","call":{"path":"/tickets","body":{"projectId":"${project}","phaseId":"${phase:%2$s}","summary":"%3$s","hours":%4$d}},
                 "find":{"path":"/tickets","query":"projectId=${project}","match":{"/summary":"%3$s","/phaseId":"${phase:%2$s}"}}}"""
                .formatted(id, phase, summary, hours);
    }

    static String once(String find) {
        return """
                {"key":"template","title":"Template","mode":"once","call":{"path":"/projects/${project}/templates","body":{"name":"Standard"}}%s}"""
                .formatted(find);
    }

    /** Compared with what the system holds. */
    static String held(int amount) {
        return revenue(amount).replace("\"match\"", "\"holds\":{\"/amount\":" + amount + "},\"match\"");
    }

    static String revenue(int amount) {
        return """
                {"key":"revenue","title":"Revenue","mode":"update","call":{"path":"/lines","body":{"name":"PS","amount":%1$d}},
                 "update":{"method":"PATCH","path":"/lines/${self}","body":{"amount":%1$d}},
                 "find":{"path":"/lines","match":{"/name":"PS"}}}""".formatted(amount);
    }
}
