package io.scopebridge.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Takes connections out of the pool that only seem to be alive: H2 closes its database after a failed write, and they say that they are valid. */
public class ClosedConnections implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException error) {
        return DatabaseUnavailable.is(error) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
