package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;

/**
 * Stops a pass that would close very many at once: rights that were taken away, a wrong filter or a broken list look the same as
 * people who closed their deals. A few never count as many.
 *
 * @param open    how many ScopeStack shows as open
 * @param closing how many of them the pass would close
 */
record SafetyLimit(Connection connection, int open, int closing) {

    static final String PERCENT = "opportunities.safetyLimitPercent";
    /** So many may always be closed: one of three is no sign of anything. */
    static final int FEW = 5;

    boolean holds() {
        return closing > FEW && closing * 100L > (long) percent() * open;
    }

    /**
     * @param gone        of those to be closed, how many are no longer read
     * @param closedThere of those to be closed, how many are closed in the PSA
     */
    Failure failure(int gone, int closedThere) {
        return new Failure(FailureClass.CONFIGURATION,
            "The sync would close " + closing + " of " + open + " open opportunities in ScopeStack, more than " + percent() + " %: "
                + gone + " are gone from the PSA, " + closedThere + " are closed there, "
                + (closing - gone - closedThere) + " are filtered out. None was closed.",
            "Check whether the closings are intended: look in the PSA, at the rights of the hub's user, and at the filter of the connection. If so, click Close them "
                + "on the page of this log entry. Programs confirm with POST /api/connections/" + connection.id()
                + "/sync?full=true&confirmClosing=true. If not, fix the cause; the next sync checks again.",
            PERCENT, null, null, null);
    }

    private int percent() {
        return Integer.parseInt(connection.setting(PERCENT, "20"));
    }
}
