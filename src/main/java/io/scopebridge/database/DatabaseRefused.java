package io.scopebridge.database;

/** The hub does not start with this database; message and remedy say why and what to do. */
public class DatabaseRefused extends RuntimeException {

    private final transient String remedy;

    public DatabaseRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
