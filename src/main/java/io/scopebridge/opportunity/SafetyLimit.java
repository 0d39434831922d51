package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;

/**
 * Stops a sync that would close very many opportunities at once: revoked rights, a wrong filter or an incomplete list look the same as
 * deals that people closed. A few are always allowed.
 *
 * @param open    number of open opportunities in ScopeStack
 * @param closing how many of them the sync would close
 */
record SafetyLimit(Connection connection, int open, int closing) {

    static final String PERCENT = "opportunities.safetyLimitPercent";
    /** This many may always be closed: one of three means nothing. */
    static final int FEW = 5;

    boolean holds() {
        return closing > FEW && closing * 100L > (long) percent() * open;
    }

    /**
     * @param gone        how many of them are gone from the PSA
     * @param closedThere how many of them are closed in the PSA
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

    /** Few would be closed, but of a list that is not known to be whole. */
    Failure incomplete(int read, Integer expected, int unseen) {
        return new Failure(FailureClass.CONFIGURATION,
            "Only " + read + " of " + expected + " opportunities were read: the list of the PSA is incomplete. " + unseen
                + " open opportunities in ScopeStack were not among them. None of them was closed.",
            "Sync again: the list may have changed while it was read. If it stays incomplete, check the rights of the hub's user and whatever is between the hub and the PSA. "
                + "If those opportunities are really gone, click Close them on the page of this log entry. Programs confirm with POST /api/connections/"
                + connection.id() + "/sync?full=true&confirmClosing=true.",
            PERCENT, null, null, null);
    }

    private int percent() {
        return Integer.parseInt(connection.setting(PERCENT, "20"));
    }
}
