package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsServer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same rows on both databases, and only these are read, whatever the connection holds besides. */
@StartsServer
class RowsByKeyTest {

    private static final String SQL = "select opportunity_id from opportunity where connection_id = :connection and opportunity_id = any(:keys) and offered order by opportunity_id";
    private static final int ROWS = 5_000;

    static Stream<DataSource> databases() {
        return Stream.of(Databases.h2(), Databases.postgres());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void onlyTheseRowsAreRead(DataSource database) {
        String connection = "keys-" + System.nanoTime();
        Databases.addConnection(database, connection, "connectwise");
        NamedParameterJdbcTemplate db = new NamedParameterJdbcTemplate(database);
        db.getJdbcTemplate().batchUpdate("insert into opportunity (connection_id, opportunity_id, name, closed, offered, content, content_hash) values (?, ?, 'x', false, ?, '{}', '')",
            IntStream.range(0, ROWS).mapToObj(i -> new Object[] {connection, "" + i, i != 7}).toList());
        String sql = new RowsByKey(db.getJdbcTemplate()).query(SQL);
        Map<String, Object> values = Map.of("connection", connection, "keys", RowsByKey.keys(List.of("5", "7", "4999", "5", "nothing")));

        assertThat(db.queryForList(sql, values, String.class)).containsExactly("4999", "5");
        assertThat(rowsRead(db, sql, values)).as("rows read of " + ROWS).isLessThan(50);
        JdbcClient.create(database).sql("delete from connection where id = ?").param(connection).update();
    }

    /** Of the table, as the plan of the database says. */
    private static long rowsRead(NamedParameterJdbcTemplate db, String sql, Map<String, Object> values) {
        List<String> plan = db.queryForList("explain analyze " + sql, values, String.class);
        String text = String.join("\n", plan);
        // PostgreSQL shows rows that were read and then left out; H2 counts what it scanned.
        return java.util.regex.Pattern.compile("scanCount: (\\d+)|Rows Removed by Filter: (\\d+)|opportunity .*rows=(\\d+) loops").matcher(text).results()
            .mapToLong(found -> Stream.of(1, 2, 3).map(found::group).filter(number -> number != null).mapToLong(Long::parseLong).sum()).sum();
    }
}
