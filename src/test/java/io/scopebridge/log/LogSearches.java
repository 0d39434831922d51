package io.scopebridge.log;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search of the log, for tests of other packages. */
public final class LogSearches {

    private LogSearches() {
    }

    public static LogSearch over(DataSource database) {
        return new LogSearch(JdbcClient.create(database));
    }
}
