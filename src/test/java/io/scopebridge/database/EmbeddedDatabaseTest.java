package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The file of the default database, with the URL of the default settings. */
@Fast
class EmbeddedDatabaseTest {

    private static final long SCHEMA = 4L * 1024 * 1024;
    private static final String PAYLOAD = "{\"text\": \"" + "x".repeat(1_000) + "\"}";

    /** Each write costs far more than its row until the space is used again. The stop has as much time as it needs: the machine may be slow. */
    @Test
    void theFileStaysSmallWhileItIsOpenAndAfterAStop(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("scopebridge.mv.db");
        long rows = 3_000L * (PAYLOAD.length() + 400);
        try (HikariDataSource pool = open(folder)) {
            PatientDataSource database = new PatientDataSource(pool, new DatabaseState(), Duration.ofSeconds(10));
            JdbcTemplate db = new JdbcTemplate(database);
            new EmbeddedDatabase(database).protect();
            assertThat(permissions(file)).isEqualTo("rw-------");
            Databases.addConnection(database, "acme", "connectwise");
            StoreHousekeeping housekeeping = new StoreHousekeeping(database.commits().open().orElseThrow());
            long largest = 0;
            for (int job = 0; job < 3_000; job++) {
                String key = "key-" + job;
                db.update("insert into job (connection_id, flow, subject, payload, source, dedupe_key, state, due_at) values ('acme', 'push-project', 'project:1', ?, 'webhook', ?, 'WAITING', "
                    + "current_timestamp)", PAYLOAD, key);
                db.update("update job set state = 'DONE' where dedupe_key = ?", key);
                if (job % 20 == 0) housekeeping.tidy();
                largest = Math.max(largest, Files.size(file));
            }
            housekeeping.end();
            assertThat(db.queryForObject("select count(*) from job where state = 'DONE'", Integer.class)).isEqualTo(3_000);
            assertThat(largest).as("bytes while it is open").isLessThan(3 * rows + SCHEMA);
        }
        assertThat(Files.size(file)).as("bytes after a normal stop").isLessThan(3 * rows);
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    /** Poll after poll, each of which writes a little: what is stored does not grow, and neither does the file. */
    @Test
    void theFileOfAnIdleHubDoesNotGrow(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("scopebridge.mv.db");
        try (HikariDataSource pool = open(folder)) {
            PatientDataSource database = new PatientDataSource(pool, new DatabaseState(), Duration.ofSeconds(10));
            JdbcTemplate db = new JdbcTemplate(database);
            Databases.addConnection(database, "acme", "connectwise");
            StoreHousekeeping housekeeping = new StoreHousekeeping(database.commits().open().orElseThrow());
            for (int poll = 0; poll < 2_000; poll++) {
                db.update("update connection set updated_at = current_timestamp where id = 'acme'");
                if (poll % 10 == 0) housekeeping.tidy();
            }
            assertThat(Files.size(file)).isLessThan(2 * SCHEMA);
            housekeeping.end();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static HikariDataSource open(Path folder) {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(EmbeddedUrl.ours(settings.getObject().getProperty("spring.datasource.url").replace("${scopebridge.data-path}", folder.toString()).replaceFirst("MAX_COMPACT_TIME=\\d+", "MAX_COMPACT_TIME=600000")));
        database.setUsername("sa");
        database.setPassword("");
        Flyway.configure().dataSource(database).locations("classpath:db/migration", "classpath:db/h2").load().migrate();
        return database;
    }
}
