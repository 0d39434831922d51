package io.scopebridge.job;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** This instance of the hub, among those that share a database. */
@Component
class Node {

    private final String id = UUID.randomUUID().toString();
    private final JdbcClient db;
    private final DataSource dataSource;

    Node(JdbcClient db, DataSource dataSource) {
        this.db = db;
        this.dataSource = dataSource;
    }

    String id() {
        return id;
    }

    /** An embedded database has only one node, so the leases in it belong to an earlier run. */
    @EventListener(ApplicationStartedEvent.class)
    void endLeasesOfFormerRuns() throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, meta -> meta.getDatabaseProductName());
        if (product.equals("H2")) db.sql("update connection_lease set owner = null where owner <> :me").param("me", id).update();
    }
}
