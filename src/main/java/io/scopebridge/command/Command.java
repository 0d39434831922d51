package io.scopebridge.command;

/** A command of the jar: it runs with the settings and the database of the hub, without a hub. */
public interface Command {

    /** @return the exit code: 0 if all is well */
    int run();
}
