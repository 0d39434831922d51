package io.scopebridge.reload;

/** A route file cannot be used while the hub runs. The message names file, line and reason. */
class RouteRefused extends Exception {

    private RouteRefused(String message, Throwable reason) {
        super(message, reason);
    }

    /** @param line from 1; 0 if unknown */
    static RouteRefused at(String file, int line, String reason, Throwable cause) {
        return new RouteRefused(file + (line > 0 ? ", line " + line : "") + ": " + reason, cause);
    }
}
