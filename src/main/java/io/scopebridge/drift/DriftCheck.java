package io.scopebridge.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.FailureOf;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.plan.view.MadeRecord;
import io.scopebridge.plan.view.MadeRecords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** The steps of the route check-drift: what is compared, and what becomes of the result. */
@Component("driftCheck")
public class DriftCheck {

    private static final String SCOPESTACK = "scopestack";
    private static final Set<FailureClass> OF_THE_SYSTEM = Set.of(FailureClass.AUTHENTICATION);

    private final Mappings mappings;
    private final MadeRecords made;
    private final DriftReports reports;
    private final DriftAlarm alarm;
    private final ObjectMapper json;

    DriftCheck(Mappings mappings, MadeRecords made, DriftReports reports, DriftAlarm alarm, ObjectMapper json) {
        this.alarm = alarm;
        this.mappings = mappings;
        this.made = made;
        this.reports = reports;
        this.json = json;
    }

    /** Whether the system has a mapping that compares. */
    public boolean knows(String system) {
        return mappings.names().contains(system + "/drift");
    }

    /** Whether there is anything of the project to compare. */
    boolean hasMade(Connection connection, String project) {
        return made.subjects(connection.id(), connection.system()).stream().anyMatch(subject -> Scope.of(subject).equals(Scope.ofProject(project)));
    }

    /**
     * @param asked may name a {@code project}; otherwise everything is checked
     * @param job   of an earlier attempt of which the checked scopes are left out
     */
    public DriftRun begin(Connection connection, Map<String, Object> asked, Long job) {
        DriftRun run = new DriftRun(job);
        Object project = asked == null ? null : asked.get("project");
        Map<String, Instant> checked = reports.checkedAt(connection.id());
        Set<String> done = reports.checkedBy(connection.id(), job);
        Set<String> there = new TreeSet<>();
        for (String system : List.of(connection.system(), SCOPESTACK)) {
            if (!knows(system)) continue;
            SortedMap<String, List<String>> scopes = made.subjects(connection.id(), system).stream()
                .filter(subject -> system.equals(SCOPESTACK) == (Scope.project(Scope.of(subject)) == null)).collect(Collectors.groupingBy(Scope::of, TreeMap::new, Collectors.toList()));
            there.addAll(scopes.keySet());
            scopes.keySet().removeIf(scope -> done.contains(scope) || project != null && !scope.equals(Scope.ofProject(project.toString())));
            run.add(system, scopes, Comparator.comparing(scope -> checked.getOrDefault(scope, Instant.EPOCH)));
        }
        if (project == null) reports.keepOnly(connection.id(), there);
        return run;
    }

    /** What the mapping compares: {@code records} of the next scopes. */
    public Map<String, Object> next(@Variable("connection") Connection connection, @Variable("drift") DriftRun run) {
        List<Scope> batch = run.next((system, scope) -> scope(connection, system, scope, run.subjects(scope)));
        return Map.of("records", batch.stream().flatMap(scope -> scope.records().stream()).map(record -> json.convertValue(record, Object.class)).toList());
    }

    public void keep(Exchange exchange, @Variable("connection") Connection connection, @Variable("drift") DriftRun run) {
        JsonNode output = json.valueToTree(exchange.getMessage().getBody());
        List<Difference> found = new DifferenceReader(run.getSystem(), run.batch()).read(output.path("findings"));
        DriftReports.Kept kept = DriftReports.Kept.NONE;
        for (Scope scope : run.batch()) kept = kept.and(reports.keep(connection.id(), scope, run.job(), unchanged(connection, run, scope, found)));
        run.compared(kept);
    }

    /** What the hub itself wrote while the lists were read is no difference. */
    private List<Difference> unchanged(Connection connection, DriftRun run, Scope scope, List<Difference> found) {
        List<Difference> ofScope = found.stream().filter(one -> Scope.of(one.record().subject()).equals(scope.name())).toList();
        if (ofScope.isEmpty()) return ofScope;
        Set<MadeRecord> now = Set.copyOf(scope(connection, run.getSystem(), scope.name(), run.subjects(scope.name())).records());
        return ofScope.stream().filter(one -> now.contains(one.record())).toList();
    }

    /** One list that cannot be read does not stop the check; a system that refuses or does not answer does. */
    public void failed(Exchange exchange, @Variable("connection") Connection connection, @Variable("drift") DriftRun run) {
        Failure why = FailureOf.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
        if (why.type() == FailureClass.RATE_LIMIT) throw stopped(connection, run, why);
        if (!OF_THE_SYSTEM.contains(why.type()) && run.split()) return;
        boolean noAnswer = why.type().passes() || why.type() == FailureClass.OUTCOME_UNKNOWN;
        boolean ofTheSystem = OF_THE_SYSTEM.contains(why.type()) || noAnswer && run.failsAlways();
        run.batch().forEach(scope -> reports.incomplete(connection.id(), scope, run.job(), why.cause()));
        if (ofTheSystem) throw stopped(connection, run, why);
        run.incomplete(why);
    }

    private RemoteFailure stopped(Connection connection, DriftRun run, Failure why) {
        alarm.report(connection, run);
        return new RemoteFailure(why);
    }

    /** @throws RemoteFailure if something could not be compared */
    public void end(@Variable("connection") Connection connection, @Variable("drift") DriftRun run) {
        alarm.report(connection, run);
        if (run.incomplete().isEmpty()) return;
        Failure why = run.reason();
        // A right that only a check needs is not one that the connection lacks.
        FailureClass type = why.type().passes() || why.type() == FailureClass.BUG ? why.type() : FailureClass.VALIDATION;
        throw new RemoteFailure(new Failure(type, "Not compared: " + run.incomplete().size() + " of " + (run.incomplete().size() + run.getChecked()) + ", such as " + run.incomplete().get(0)
            + ". Nothing is reported as changed there. " + why.cause(), why.remedy(), why.field(), null, why.request(), why.response()));
    }

    private Scope scope(Connection connection, String system, String name, List<String> subjects) {
        return new Scope(name, subjects.stream().flatMap(subject -> made.of(connection.id(), system, subject).stream()).toList());
    }
}
