package io.scopebridge.log;

/** There is no log entry with this id. */
public class UnknownLogEntry extends RuntimeException {

    public UnknownLogEntry(long id) {
        super("There is no log entry " + id + ". GET /api/log lists them.");
    }
}
