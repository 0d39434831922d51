package io.scopebridge.failure;

/** What kind of failure it is; the kind decides whether to retry, look up, stop the step or stop the plan. */
public enum FailureClass {

    /** The system does not know the credentials. */
    AUTHENTICATION,
    /** The credentials are known but may not do this. */
    PERMISSION,
    /** A setting of the connection or of the hub is wrong: host, version, client id. */
    CONFIGURATION,
    /** The system refuses the content. */
    VALIDATION,
    /** The content names something that the system does not have, or no longer. */
    MISSING_REFERENCE,
    /** What was to be created exists. */
    DUPLICATE,
    /** Too many calls; nothing happened. */
    RATE_LIMIT,
    /** It may work later; nothing is known to have happened. */
    TRANSIENT,
    /** The call left and nobody knows what it did. */
    OUTCOME_UNKNOWN,
    /** The hub, a route or a mapping is wrong. */
    BUG;

    /** Whether the same call may simply be made again later. */
    public boolean passes() {
        return this == RATE_LIMIT || this == TRANSIENT;
    }

    /** Whether everything else of the same plan would fail in the same way. */
    public boolean stopsThePlan() {
        return this == AUTHENTICATION || this == PERMISSION || this == TRANSIENT;
    }
}
