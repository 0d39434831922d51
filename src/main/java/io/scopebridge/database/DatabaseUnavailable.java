package io.scopebridge.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Errors that say nothing about the statement: the database is away, does not answer, is closed or has no space. */
public final class DatabaseUnavailable {

    /** Classes of SQLSTATE: no connection, no resources (disk, memory, connections), shut down by an operator, input or output failed. */
    private static final Set<String> STATES = Set.of("08", "53", "57", "58");
    /** A timeout of the server or a person ended the statement: the database itself is well. */
    private static final String CANCELED = "57014";
    /** H2: reading or writing the file failed, no more space, closed after that. */
    private static final Set<Integer> H2 = Set.of(90028, 90031, 90067, 90098, 90100, 90121);
    private static final int H2_GENERAL_ERROR = 50000;
    /** Of the pool, after it took the connection away. */
    private static final String TAKEN_AWAY = "Connection is closed";
    private static final int DEEPEST = 30;

    private DatabaseUnavailable() {
    }

    /** Whether the exception or one of its causes is such an error. */
    public static boolean causes(Throwable thrown) {
        int depth = 0;
        for (Throwable link = thrown; link != null && depth < DEEPEST; link = link.getCause(), depth++) {
            if (link instanceof SQLException error && is(error)) return true;
        }
        return false;
    }

    static boolean is(SQLException error) {
        String state = error.getSQLState();
        if (error instanceof SQLTransientConnectionException || TAKEN_AWAY.equals(error.getMessage())) return true;
        if (state != null && state.length() == 5 && STATES.contains(state.substring(0, 2)) && !state.equals(CANCELED)) return true;
        return H2.contains(error.getErrorCode()) || error.getErrorCode() == H2_GENERAL_ERROR && String.valueOf(error.getMessage()).contains("MVStoreException");
    }
}
