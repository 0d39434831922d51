package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsServer;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@StartsServer
class UpsertTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void manyWriteTheSameRowAtOnce(String name) throws Exception {
        DataSource database = name.equals("h2") ? Databases.h2() : Databases.postgres();
        JdbcClient db = JdbcClient.create(database);
        Databases.addConnection(database, "upsert", "autotask");
        for (int round = 0; round < 10; round++) {
            String flow = "flow-" + round;
            List<Long> seen = AtOnce.inTransactions(database, 10, () -> {
                String mark = Thread.currentThread().getName();
                Upsert.write(
                    db.sql("update watermark set read_to = ? where connection_id = 'upsert' and flow = ?").params(mark, flow),
                    db.sql("insert into watermark (read_to, flow, connection_id, updated_at) values (?, ?, 'upsert', current_timestamp) on conflict do nothing").params(mark, flow));
                return db.sql("select count(*) from watermark where connection_id = 'upsert' and flow = ? and read_to = ?").params(flow, mark).query(Long.class).single();
            });

            assertThat(seen).as("each wrote its own").containsOnly(1L);
        }
        db.sql("delete from connection where id = 'upsert'").update();
    }
}
