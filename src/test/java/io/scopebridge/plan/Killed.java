package io.scopebridge.plan;

/** The end of the process, as far as a thread of it can tell. */
class Killed extends Error {

    Killed() {
        super("killed", null, false, false);
    }
}
