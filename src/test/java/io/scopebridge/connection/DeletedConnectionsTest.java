package io.scopebridge.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A deleted connection is gone at once and its rows in batches, each with a commit of its own. */
@StartsServer
class DeletedConnectionsTest {

    private static final int ROWS = 2_500;

    static Stream<DataSource> databases() {
        return Stream.of(Databases.h2(), Databases.postgres());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rowsAreRemovedInBatches(DataSource database) {
        String id = "deleted-" + UUID.randomUUID();
        JdbcTemplate db = new JdbcTemplate(database);
        ConnectionTable table = new ConnectionTable(JdbcClient.create(database), new ObjectMapper());
        DeletedConnections deleted = new DeletedConnections(db, new TransactionTemplate(new DataSourceTransactionManager(database)));
        Databases.addConnection(database, id, "connectwise");
        db.batchUpdate("insert into opportunity (connection_id, opportunity_id, name, closed, offered, content, content_hash) values (?, ?, 'x', false, false, '{}', '')",
            IntStream.range(0, ROWS).mapToObj(i -> new Object[] {id, "" + i}).toList());
        db.update("insert into directory (connection_id, kind, remote_id, name, name_key, read_at) values (?, 'company', '1', 'x', 'x', current_timestamp)", id);
        var row = table.find(id).orElseThrow();

        deleted.remove(id, Duration.ofMinutes(1));
        assertThat(rows(db, id)).as("of a connection that is not deleted").isEqualTo(ROWS);
        assertThat(table.delete(id)).isTrue();

        assertThat(table.find(id)).isEmpty();
        assertThat(table.all()).extracting(ConnectionTable.Row::id).doesNotContain(id);
        assertThat(table.delete(id)).as("it is deleted already").isFalse();
        assertThat(deleted.remove(id, Duration.ZERO)).isFalse();
        assertThat(rows(db, id)).as("left after one batch").isPositive().isLessThan(ROWS);
        assertThatThrownBy(() -> table.insert(new ConnectionTable.Row(id, "x", "connectwise", true, row.settings(), Map.of()))).hasMessageContaining("still being removed");

        int left = rows(db, id);
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(anotherNode -> {
            db.queryForList("select id from connection where id = ? for update", id);
            assertThat(CompletableFuture.supplyAsync(() -> deleted.remove(id, Duration.ofSeconds(5))).orTimeout(20, TimeUnit.SECONDS).join()).as("another node is at it").isFalse();
        });
        assertThat(rows(db, id)).isEqualTo(left);

        deleted.removeAll();
        assertThat(rows(db, id)).isZero();
        table.insert(new ConnectionTable.Row(id, "x", "connectwise", true, row.settings(), Map.of()));
        assertThat(table.find(id)).isPresent();
        table.delete(id);
        deleted.removeAll();
    }

    private static int rows(JdbcTemplate db, String id) {
        return db.queryForObject("select count(*) from opportunity where connection_id = ?", Integer.class, id);
    }
}
