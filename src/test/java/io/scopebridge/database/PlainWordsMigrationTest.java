package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsServer;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rows of a database from before the names of the API changed keep their meaning. */
@StartsServer
class PlainWordsMigrationTest {

    private static final String SCHEMA = "plain_words";

    @Test
    void rowsOfAnH2DatabaseKeepTheirMeaning() {
        keepTheirMeaning(new DriverManagerDataSource("jdbc:h2:mem:" + SCHEMA + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1", "sa", ""), null);
    }

    @Test
    void rowsOfAPostgresDatabaseKeepTheirMeaning() {
        String url = Databases.postgresUrl();
        keepTheirMeaning(new DriverManagerDataSource(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA, "postgres", ""), SCHEMA);
    }

    private static void keepTheirMeaning(DataSource database, String schema) {
        migrate(database, schema, "5?");
        JdbcClient db = JdbcClient.create(database);
        before().forEach(sql -> db.sql(sql).update());

        migrate(database, schema, "6");

        assertThat(text(db, "select settings from connection where id = 'old'"))
            .isEqualTo("{\"opportunities\":{\"fullSync\":\"0 10 2 * * *\",\"safetyLimitPercent\":5,\"status\":\"say \\\"fullPass\\\":\"}}");
        assertThat(text(db, "select settings from connection where id = 'bare'")).isEqualTo("{}");
        assertThat(db.sql("select flow from schedule order by flow").query(String.class).list()).containsExactly("full-sync", "poll-opportunities");
        assertThat(text(db, "select field from log_entry where flow = 'poll-opportunities'")).isEqualTo("opportunities.safetyLimitPercent");
        assertThat(text(db, "select searchable from log_entry where flow = 'poll-opportunities'")).startsWith("opportunities.safetylimitpercent x").hasSize(2000);
        assertThat(text(db, "select field from log_entry where flow = 'push-project'")).isEqualTo("summary");
        assertThat(db.sql("select mapping from replay order by id").query(String.class).list()).containsExactly("current", "original");
        assertThat(text(db, "select preview from plan_preview where subject = 'project:1'")).isEqualTo("{\"steps\":[{\"title\":\"\\\"what\\\":\\\"\",\"action\":\"CREATE\"}],\"estimate\":{\"calls\":2}}");
        assertThat(db.sql("select count(*) from plan_preview where preview is null").query(Integer.class).single()).isEqualTo(1);
        assertThat(text(db, "select resolved_by from manual_resolution where resolved_at is not null")).isEqualTo("olga");
        assertThat(db.sql("select origin from ledger order by step_key").query(String.class).list()).containsExactly("CREATED", "RESOLVED");
        assertThat(text(db, "select report from job where state = 'DONE'")).isEqualTo("[{\"key\":\"project\",\"title\":\"{\\\"step\\\":\\\"\",\"action\":\"CREATE\"},{\"key\":\"b\",\"action\":\"REFUSED\"}]");
        assertThat(db.sql("select source from job order by source").query(String.class).list()).containsExactly("api", "resolution");
    }

    private static List<String> before() {
        String time = "timestamp with time zone '2026-11-20 10:00:00+00'";
        return List.of(
            "insert into connection (id, name, system, enabled, settings, secrets) values ('old', 'Old', 'autotask', true, '{\"opportunities\":{\"fullPass\":\"0 10 2 * * *\",\"brakePercent\":5,\"status\":\"say \\\"fullPass\\\":\"}}', '{}')",
            "insert into connection (id, name, system, enabled, settings, secrets) values ('bare', 'Bare', 'autotask', true, '{}', '{}')",
            "insert into schedule (connection_id, flow, cron, next_at) values ('old', 'full-pass', '0 10 2 * * *', " + time + ")",
            "insert into schedule (connection_id, flow, cron, next_at) values ('old', 'poll-opportunities', '0 30 * * * *', " + time + ")",
            "insert into log_entry (flow, failure_class, cause, remedy, field, searchable, state) values ('poll-opportunities', 'CONFIGURATION', 'c', 'r', 'opportunities.brakePercent', 'opportunities.brakepercent " + "x".repeat(1970) + "', 'OPEN')",
            "insert into log_entry (flow, failure_class, cause, remedy, field, searchable, state) values ('push-project', 'VALIDATION', 'c', 'r', 'summary', 'summary', 'OPEN')",
            "insert into replay (state, reason, asked_by, asked_for, begins, mapping, canary) values ('PAUSED', 'r', 'olga', '{}', 'start', 'now', true)",
            "insert into replay (state, reason, asked_by, asked_for, begins, mapping, canary) values ('DONE', 'r', 'olga', '{}', 'start', 'then', false)",
            "insert into plan_preview (connection_id, subject, options, settings_hash, asked_by, asked_at, preview) values ('old', 'project:1', '{}', 'h', 'olga', " + time + ", '{\"steps\":[{\"title\":\"\\\"what\\\":\\\"\",\"what\":\"CREATE\"}],\"effort\":{\"calls\":2}}')",
            "insert into plan_preview (connection_id, subject, options, settings_hash, asked_by, asked_at) values ('old', 'project:2', '{}', 'h', 'olga', " + time + ")",
            "insert into settlement (connection_id, subject, step_key, remote_id, reason, settled_by, settled_at) values ('old', 'project:1', 'project', '7', 'seen', 'olga', " + time + ")",
            "insert into ledger (connection_id, subject, step_key, system, position, title, mode, state, origin) values ('old', 'project:1', 'a', 'autotask', 0, 'A', 'CREATE', 'DONE', 'CREATED')",
            "insert into ledger (connection_id, subject, step_key, system, position, title, mode, state, origin) values ('old', 'project:1', 'b', 'autotask', 1, 'B', 'CREATE', 'DONE', 'SETTLED')",
            "insert into job (connection_id, kind, subject, payload, source, state, due_at) values ('old', 'push-project', 'project:1', '{}', 'settlement', 'WAITING', " + time + ")",
            "insert into job (connection_id, kind, subject, payload, source, state, due_at, report) values ('old', 'push-project', 'project:1', '{}', 'api', 'DONE', " + time + ", '[{\"step\":\"project\",\"title\":\"{\\\"step\\\":\\\"\",\"outcome\":\"CREATED\"},{\"step\":\"b\",\"outcome\":\"FAILED\"}]')");
    }

    private static void migrate(DataSource database, String schema, String target) {
        var flyway = Flyway.configure().dataSource(database).locations("classpath:db/migration").target(target);
        if (schema != null) flyway.schemas(schema).defaultSchema(schema).createSchemas(true);
        flyway.load().migrate();
    }

    private static String text(JdbcClient db, String sql) {
        return db.sql(sql).query(String.class).single();
    }
}
