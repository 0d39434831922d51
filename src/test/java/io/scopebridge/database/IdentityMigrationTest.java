package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsServer;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where two connections hold the same CRM record, the earlier one keeps it. */
@StartsServer
class IdentityMigrationTest {

    private static final String SCHEMA = "identity_of_records";

    @Test
    void anH2DatabaseHoldsEachRecordOnce() {
        holdsEachRecordOnce(new DriverManagerDataSource("jdbc:h2:mem:" + SCHEMA + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1", "sa", ""), null);
    }

    @Test
    void aPostgresDatabaseHoldsEachRecordOnce() {
        String url = Databases.postgresUrl();
        holdsEachRecordOnce(new DriverManagerDataSource(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA, "postgres", ""), SCHEMA);
    }

    private static void holdsEachRecordOnce(DataSource database, String schema) {
        migrate(database, schema, "9?");
        JdbcClient db = JdbcClient.create(database);
        for (String connection : List.of("first", "second")) {
            Databases.addConnection(database, connection, "autotask");
            for (String id : List.of("7", "8")) opportunity(db, connection, id);
        }
        published(db, "second", "7", "900");
        published(db, "first", "7", "900");
        published(db, "first", "8", "901");
        db.sql("insert into ledger (connection_id, subject, step_key, system, position, title, mode, state, remote_id, content_hash) "
            + "values ('first', 'project:1', 'project', 'autotask', 0, 'P', 'CREATE', 'DONE', '900', 'h')").update();
        db.sql("insert into log_entry (connection_id, flow, failure_class, cause, remedy, searchable, state) values ('gone', 'poll', 'BUG', 'c', 'r', 's', 'OPEN')").update();

        migrate(database, schema, "11");

        assertThat(rows(db, "select connection_id || ' ' || remote_id || ' ' || coalesce(content_hash, 'rewrite') from ledger where subject = 'opportunities' order by 1"))
            .containsExactly("first 901 h", "second 900 rewrite");
        assertThat(rows(db, "select connection_id || ' ' || opportunity_id || ' ' || coalesce(published_as, '-') || ' ' || coalesce(published_hash, 'publish') from opportunity order by 1"))
            .containsExactly("first 7 - publish", "first 8 8 c", "second 7 7 publish", "second 8 - c");
        assertThat(rows(db, "select remote_id from ledger where subject = 'project:1'")).as("another kind of record").containsExactly("900");
        assertThat(rows(db, "select connection_id from log_entry")).isEmpty();
    }

    private static void opportunity(JdbcClient db, String connection, String id) {
        db.sql("insert into opportunity (connection_id, opportunity_id, name, closed, offered, seen_at, content, content_hash, published_hash) "
            + "values (?, ?, 'O', false, true, current_timestamp, '{}', 'c', 'c')").params(connection, id).update();
    }

    private static void published(JdbcClient db, String connection, String id, String record) {
        db.sql("insert into ledger (connection_id, subject, step_key, system, position, title, mode, state, remote_id, content_hash) "
            + "values (?, 'opportunities', ?, 'scopestack', 0, 'O', 'UPDATE', 'DONE', ?, 'h')").params(connection, "opportunity:" + id, record).update();
    }

    private static List<String> rows(JdbcClient db, String sql) {
        return db.sql(sql).query(String.class).list();
    }

    private static void migrate(DataSource database, String schema, String target) {
        var flyway = Flyway.configure().dataSource(database).locations("classpath:db/migration").target(target);
        if (schema != null) flyway.schemas(schema).defaultSchema(schema).createSchemas(true);
        flyway.load().migrate();
    }
}
