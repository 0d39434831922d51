package io.scopebridge.replay;

import io.scopebridge.connection.ConnectionChanged;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs of a connection that is deleted leave their replays, and a replay of no other jobs is deleted with them. */
@Component
class ReplaysOfDeleted {

    private final JdbcClient db;

    ReplaysOfDeleted(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void changed(ConnectionChanged event) {
        List<Long> replays = db.sql("""
                select distinct replay_id from replay_item where connection_id = :id
                and not exists (select 1 from connection_summary c where c.id = :id)""").param("id", event.id()).query(Long.class).list();
        if (replays.isEmpty()) return;
        db.sql("delete from replay_entry where item_id in (select id from replay_item where connection_id = ?)").param(event.id()).update();
        db.sql("delete from replay_item where connection_id = ?").param(event.id()).update();
        db.sql("delete from replay where id in (:replays) and not exists (select 1 from replay_item i where i.replay_id = replay.id)").param("replays", replays).update();
    }
}
