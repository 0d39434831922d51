package io.scopebridge.connection;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A lock per connection, across all nodes. */
@Component
public class ConnectionLock {

    private final ConnectionTable table;

    ConnectionLock(ConnectionTable table) {
        this.table = table;
    }

    /**
     * Other callers wait here until the transaction of the caller ends.
     *
     * @throws UnknownConnection if there is none of this id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String id) {
        table.lock(id);
    }
}
