package io.scopebridge.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** The trigger that H2 runs before it changes a row of the audit trail; PostgreSQL has its own. */
public class AppendOnly implements Trigger {

    @Override
    public void fire(Connection connection, Object[] was, Object[] is) throws SQLException {
        throw new SQLException("audit_entry is only added to");
    }
}
