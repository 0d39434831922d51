package io.scopebridge.connection;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One caller at a time for what belongs to a connection, on any number of nodes. */
@Component
public class ConnectionLock {

    private final ConnectionTable table;

    ConnectionLock(ConnectionTable table) {
        this.table = table;
    }

    /**
     * Until the transaction of the caller ends, another caller waits here.
     *
     * @throws UnknownConnection if there is none of this id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String id) {
        table.lock(id);
    }
}
