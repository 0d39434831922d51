package io.scopebridge.drift;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.log.FailedWork;
import io.scopebridge.log.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The entry of the log, and with it the alert, that something was changed: opened when a check finds something new, over when nothing is left to decide. */
@Component
class DriftAlarm {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final String STEP = "differences";

    private final FailureLog log;
    private final Findings findings;

    DriftAlarm(FailureLog log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    void report(Connection connection, DriftRun run) {
        if (run.fresh() > 0) open(connection, run);
        else settled(connection.id());
    }

    /** Nothing is left that nobody has decided about. */
    void settled(String connectionId) {
        if (findings.open(connectionId) == 0) log.resolve(connectionId, DriftController.FLOW, DriftController.SUBJECT, STEP);
    }

    /** The cause has no numbers, so that it is one entry however much is found. */
    private void open(Connection connection, DriftRun run) {
        LOG.warn("{}: {} differences that were not there before", connection.id(), run.fresh());
        log.write(new FailedWork(connection.id(), DriftController.FLOW, DriftController.SUBJECT, STEP, run.job(), Failure.of(FailureClass.VALIDATION,
            "Records that the hub made were changed or deleted by somebody else.", "Look at Connected apps > " + connection.name() + " > Drift, and decide about each difference."), null, null));
    }
}
