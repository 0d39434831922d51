package io.scopebridge.database;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Writes a row whether or not it exists, also while other transactions write it. The insert ends in {@code on conflict do nothing}:
 * both databases have that, and PostgreSQL refuses every further statement of a transaction after a duplicate key.
 */
public final class Upsert {

    private Upsert() {
    }

    public static void write(StatementSpec update, StatementSpec insert) {
        if (update.update() == 0 && insert.update() == 0) update.update();
    }
}
