package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.scopebridge.group.Fast;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The file of the default database, with the URL of the default settings. */
@Fast
class EmbeddedDatabaseTest {

    private static final String PAYLOAD = "{\"text\": \"" + "x".repeat(1_000) + "\"}";

    @Test
    void theFileIsCompactedAtAStopAndForItsUserOnly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("scopebridge.mv.db");
        try (HikariDataSource database = open(folder)) {
            JdbcTemplate db = new JdbcTemplate(database);
            new EmbeddedDatabase(database).protect();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            Databases.addConnection(database, "acme", "connectwise");
            for (int job = 0; job < 1_500; job++) {
                String key = "key-" + job;
                db.update("insert into job (connection_id, flow, subject, payload, source, dedupe_key, state, due_at) values ('acme', 'push-project', 'project:1', ?, 'webhook', ?, 'WAITING', "
                    + "current_timestamp)", PAYLOAD, key);
                db.update("update job set state = 'DONE' where dedupe_key = ?", key);
            }
            assertThat(db.queryForObject("select count(*) from job where state = 'DONE'", Integer.class)).isEqualTo(1_500);
        }
        long rows = 1_500L * (PAYLOAD.length() + 400);
        assertThat(Files.size(file)).as("bytes after a normal stop").isLessThan(3 * rows);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    private static HikariDataSource open(Path folder) {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(settings.getObject().getProperty("spring.datasource.url").replace("${scopebridge.data-path}", folder.toString()));
        database.setUsername("sa");
        database.setPassword("");
        Flyway.configure().dataSource(database).locations("classpath:db/migration", "classpath:db/h2").load().migrate();
        return database;
    }
}
