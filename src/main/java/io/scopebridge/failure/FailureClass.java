package io.scopebridge.failure;

/** The class of a failure decides whether to retry, look up, stop the step or stop the plan. */
public enum FailureClass {

    /** The system does not accept the credentials. */
    AUTHENTICATION,
    /** The credentials are valid but lack the right. */
    PERMISSION,
    /** A setting of the connection or of the hub is wrong: host, version, client id. */
    CONFIGURATION,
    /** The system rejects the content. */
    VALIDATION,
    /** The content refers to something that does not exist, or no longer. */
    MISSING_REFERENCE,
    /** The object to create exists already. */
    DUPLICATE,
    /** Too many calls; nothing was changed. */
    RATE_LIMIT,
    /** It may work later; it is not known that anything was changed. */
    TRANSIENT,
    /** The call was sent and its effect is not known. */
    OUTCOME_UNKNOWN,
    /** An error in the hub, a route or a mapping. */
    BUG;

    /** Whether the same call may simply be made again later. */
    public boolean passes() {
        return this == RATE_LIMIT || this == TRANSIENT;
    }

    /** Whether every other step of the same plan would fail in the same way. */
    public boolean stopsThePlan() {
        return this == AUTHENTICATION || this == PERMISSION || this == TRANSIENT;
    }
}
