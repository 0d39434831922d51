package io.scopebridge.database;

import java.sql.SQLException;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Ends a start that a database prevents with why and what to do, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedDatabaseAnalyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        DatabaseRefused refused = find(failure, DatabaseRefused.class);
        if (refused != null) return new FailureAnalysis(refused.getMessage(), refused.remedy(), refused);
        FlywayException flyway = find(failure, FlywayException.class);
        if (flyway != null && flyway.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new FailureAnalysis("The database contains tables that ScopeBridge did not create. Nothing was changed.",
                "Set spring.datasource.url to an empty database or to one of ScopeBridge.", flyway);
        }
        SQLException sql = find(failure, SQLException.class);
        String[] said = sql == null ? null : said(sql);
        if (said != null) return new FailureAnalysis(said[0] + " (" + sql.getMessage().strip().replaceAll("\\s+", " ") + ")", said[1], failure);
        return flyway == null ? null : new FailureAnalysis("The database could not be updated. " + flyway.getMessage().strip(),
            "Restore the backup from before the update if the message names a failed migration; report it with this message.", flyway);
    }

    /** By SQLSTATE, which both databases use alike but for H2's own classes. */
    private static String[] said(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals("90020") || sql.getMessage().contains("already in use")) {
            return new String[] {"Another process uses the file of the embedded database.", "Stop the hub or the command that uses it; for several nodes use PostgreSQL."};
        }
        if (state.startsWith("28")) return new String[] {"The database refuses user and password.", "Check spring.datasource.username and spring.datasource.password."};
        if (state.startsWith("08") || state.equals("57P03")) return new String[] {"The database cannot be reached.", "Check spring.datasource.url, and that the database is running."};
        if (state.equals("3D000")) return new String[] {"The database does not exist.", "Create it, or check spring.datasource.url."};
        if (state.equals("42501")) {
            return new String[] {"The database user may not do what is needed.",
                "Grant the rights in docs/operate.md under Database. If the user does not own the tables, set scopebridge.database.migrate to false and run the command migrate with the user that does."};
        }
        return null;
    }

    private static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        T found = null;
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (type.isInstance(one)) found = type.cast(one);
        }
        return found;
    }
}
