package io.scopebridge.log;

import io.scopebridge.connection.ConnectionChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left of a connection that was deleted would show under a new one of the same id. */
@Component
class LogOfDeleted {

    private final JdbcClient db;

    LogOfDeleted(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void changed(ConnectionChanged event) {
        db.sql("delete from log_entry where connection_id = :id and not exists (select 1 from connection_summary c where c.id = :id)").param("id", event.id()).update();
    }
}
