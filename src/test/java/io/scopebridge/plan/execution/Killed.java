package io.scopebridge.plan.execution;

/** The end of the process, as far as a thread of it can tell. */
public class Killed extends Error {

    Killed() {
        super("killed", null, false, false);
    }
}
