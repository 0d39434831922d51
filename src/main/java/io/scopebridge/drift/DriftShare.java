package io.scopebridge.drift;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.governor.Governor;
import io.scopebridge.governor.GovernorFigures;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A check is never urgent: it makes one call at a time, and none while the hub has used more than a small share of its calls of the hour. */
@Component
class DriftShare {

    private static final int PERCENT = 25;
    private static final Duration WAIT = Duration.ofMinutes(15);

    private final Governor governor;

    DriftShare(Governor governor) {
        this.governor = governor;
    }

    /** @throws RemoteFailure of class RATE_LIMIT: the job continues later, with the projects that are left */
    void require(Connection connection, String system) {
        GovernorFigures figures = governor.figures(connection.id(), system);
        if (figures.budget() == 0 || figures.callsLastHour() < Math.max(1, figures.budget() * PERCENT / 100)) return;
        throw new RemoteFailure(new Failure(FailureClass.RATE_LIMIT, "The drift check waits: the hub made " + figures.callsLastHour() + " of the " + figures.budget()
            + " calls that it may make in an hour, and a check leaves " + (100 - PERCENT) + " % of them to other work.", "No action needed: it continues automatically.", null, WAIT, null, null));
    }
}
