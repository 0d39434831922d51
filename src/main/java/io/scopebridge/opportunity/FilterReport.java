package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.log.FailedWork;
import io.scopebridge.log.FailureLog;
import java.util.List;
import java.util.Map;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reports names in the settings that the tenant does not have, so that a renamed status is noticed. */
@Component("filterReport")
public class FilterReport {

    private static final String STEP = "filter";

    private final FailureLog log;

    FilterReport(FailureLog log) {
        this.log = log;
    }

    public void report(@Variable("connection") Connection connection, @Variable("flow") String flow, @Variable("subject") String subject,
                       @Variable("jobId") Long job, @Variable("unknown") List<Map<String, Object>> unknown) {
        if (unknown.isEmpty()) {
            log.resolve(connection.id(), flow, subject, STEP);
            return;
        }
        List<Failure> failures = unknown.stream().map(name -> failure(connection, name)).toList();
        log.resolveExcept(connection.id(), flow, subject, STEP, failures.stream().map(Failure::cause).toList());
        for (Failure failure : failures) {
            log.write(new FailedWork(connection.id(), flow, subject, STEP, job, failure, null, null));
        }
    }

    private static Failure failure(Connection connection, Map<String, Object> name) {
        return new Failure(FailureClass.CONFIGURATION,
            "The setting " + name.get("field") + " names '" + name.get("name") + "', which " + connection.name() + " does not have. This name matches nothing.",
            "Correct the name in the settings of the connection. Valid names: " + String.join(", ", names(name.get("offered"))) + ".",
            String.valueOf(name.get("field")), null, null, null);
    }

    private static List<String> names(Object offered) {
        return ((List<?>) offered).stream().map(String::valueOf).toList();
    }
}
