package io.scopebridge.callback;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The callbacks that were taken in, so that none counts twice; with the webhooks in one table. */
@Repository
class CallbackEvents {

    private static final String PREFIX = "callback:";

    private final JdbcClient db;

    CallbackEvents(JdbcClient db) {
        this.db = db;
    }

    boolean isKnown(String connection, String message) {
        return db.sql("select count(*) from webhook_event where connection_id = ? and event_id = ?").params(connection, PREFIX + message)
            .query(Integer.class).single() > 0;
    }

    /** @throws DuplicateKeyException when it was taken in meanwhile */
    void insert(String connection, String message, String bodyHash, long job) {
        db.sql("insert into webhook_event (connection_id, event_id, body_hash, job_id) values (?, ?, ?, ?)")
            .params(connection, PREFIX + message, bodyHash, job).update();
    }

    /** After a month a repeated one only makes the hub read a record once more. */
    void forgetOld(String connection) {
        db.sql("delete from webhook_event where connection_id = ? and event_id like 'callback:%' and received_at < current_timestamp - interval '30' day")
            .param(connection).update();
    }
}
