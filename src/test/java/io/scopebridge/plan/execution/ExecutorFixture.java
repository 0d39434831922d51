package io.scopebridge.plan.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scopebridge.connection.Connection;
import io.scopebridge.database.Databases;
import io.scopebridge.failure.Failure;
import io.scopebridge.plan.Links;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.PlanReader;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.journal.CallJournal;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.view.PlanStatuses;
import io.scopebridge.plan.view.StepStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A connection of its own, a system that keeps records, and executors over one database. */
public abstract class ExecutorFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final StrictPsa psa = new StrictPsa();
    protected final List<String> failed = new CopyOnWriteArrayList<>();
    protected final List<String> succeeded = new CopyOnWriteArrayList<>();
    protected final List<PlanExecutor> executors = new CopyOnWriteArrayList<>();
    public final StepFailures told = new StepFailures() {
        @Override
        public void failed(Connection c, Plan plan, Step step, Failure failure) {
            failed.add(step.key() + " " + failure.type());
        }

        @Override
        public void succeeded(Connection c, Plan plan, Step step) {
            succeeded.add(step.key());
        }
    };
    protected Lease lease = time -> true;
    public Connection connection;
    public Ledger ledger;
    public JdbcClient db;
    public CallJournal journal;

    protected abstract DataSource database();

    @BeforeEach
    protected void connect() {
        db = JdbcClient.create(database());
        ledger = new Ledger(db);
        journal = new CallJournal(db);
        newConnection();
    }

    @AfterEach
    protected void closeExecutors() {
        executors.forEach(PlanExecutor::close);
    }

    @AfterEach
    protected void closeJournal() {
        journal.close();
    }

    protected void newConnection() {
        String id = "tenant-" + NUMBER.incrementAndGet();
        Databases.addConnection(database(), id, "psa");
        connection = new Connection(id, id, "psa", true, StrictPsa.JSON.createObjectNode(), Map.of());
    }

    protected PlanExecutor executor() {
        return executor(ledger, psa, new PlanSettings(8, 16, Duration.ofMillis(20), Duration.ofMillis(60), Duration.ofSeconds(10), Duration.ofSeconds(1)));
    }

    protected PlanExecutor executor(Ledger kept, StrictPsa system, PlanSettings settings) {
        PlanExecutor executor = new PlanExecutor(kept, system, StrictPsa::diagnose, id -> lease, journal, settings);
        executors.add(executor);
        return executor;
    }

    protected PlanResult carryOut(String... steps) {
        return carryOut(executor(), plan(steps));
    }

    protected PlanResult carryOut(PlanExecutor executor, Plan plan) {
        return executor.carryOut(connection, plan, Set.of(), (done, total) -> { }, told, true);
    }

    protected LedgerRow row(String key) {
        return ledger.rows(connection.id(), "project:1").stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }

    protected Plan plan(String... steps) {
        try {
            return PlanReader.read(StrictPsa.JSON.readTree("{\"subject\":\"project:1\",\"system\":\"psa\",\"steps\":[" + String.join(",", steps) + "]}"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What is shown of the plan when it was carried out last. */
    protected List<StepStatus> status(Plan plan) {
        return PlanStatuses.steps(plan, Links.none(), ledger.rows(connection.id(), plan.subject()), Map.of());
    }

    protected List<StepState> states(Plan plan) {
        return status(plan).stream().map(StepStatus::state).toList();
    }

    protected static String project() {
        return """
                {"key":"project","title":"Project","call":{"path":"/projects","body":{"name":"Firewall"}},
                 "find":{"path":"/projects","match":{"/name":"Firewall"}}}""";
    }

    protected static String phase(String id) {
        return """
                {"key":"phase:%1$s","title":"Phase %1$s","call":{"path":"/projects/${project}/phases","body":{"name":"%1$s"}},
                 "find":{"path":"/projects/${project}/phases","match":{"/name":"%1$s"}}}""".formatted(id);
    }

    /** Found by its summary and its phase in one listing of the whole project. */
    protected static String ticket(String id, String phase, String summary, int hours) {
        return """
                {"key":"ticket:%1$s","title":"Ticket %1$s","call":{"path":"/tickets","body":{"projectId":"${project}","phaseId":"${phase:%2$s}","summary":"%3$s","hours":%4$d}},
                 "find":{"path":"/tickets","query":"projectId=${project}","match":{"/summary":"%3$s","/phaseId":"${phase:%2$s}"}}}"""
                .formatted(id, phase, summary, hours);
    }

    protected static String once(String find) {
        return """
                {"key":"template","title":"Template","mode":"once","call":{"path":"/projects/${project}/templates","body":{"name":"Standard"}}%s}"""
                .formatted(find);
    }

    /** Compared with what the system holds. */
    protected static String held(int amount) {
        return revenue(amount).replace("\"match\"", "\"holds\":{\"/amount\":" + amount + "},\"match\"");
    }

    protected static String revenue(int amount) {
        return """
                {"key":"revenue","title":"Revenue","mode":"update","call":{"path":"/lines","body":{"name":"PS","amount":%1$d}},
                 "update":{"method":"PATCH","path":"/lines/${self}","body":{"amount":%1$d}},
                 "find":{"path":"/lines","match":{"/name":"PS"}}}""".formatted(amount);
    }
}
