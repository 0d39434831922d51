package io.scopebridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that this version cannot use is refused with why and what to do, and nothing in it is changed. */
@StartsServer
@ExtendWith(OutputCaptureExtension.class)
class RefusedDatabaseTest {

    private String url;
    private String user;
    private JdbcClient db;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aSchemaThatIsNewerThanTheJar(String vendor, CapturedOutput output) throws SQLException {
        migrated(vendor);
        db.sql("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) values (900, '900', 'later', 'SQL', 'V900__later.sql', 1, 'x', 1, true)").update();

        assertThat(start()).isEqualTo(1);
        assertThat(output).contains("The database has schema version 900, but this ScopeBridge knows only versions up to").contains("Start that newer version, or restore the backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDatabaseFromBeforeTheMigrationsWereFrozen(String vendor, CapturedOutput output) throws SQLException {
        migrated(vendor);
        db.sql("update flyway_schema_history set checksum = 1 where version = '1'").update();

        assertThat(start()).isEqualTo(1);
        assertThat(output).contains("created by an unreleased version of ScopeBridge: its migration 1 differs").contains("CHANGELOG.md");
    }

    /** Migration 25 landed in two forms; databases of both go on, updated before or after migration 32, and have the same tables. */
    @ParameterizedTest
    @CsvSource({"h2,25", "h2,38", "postgresql,25", "postgresql,38"})
    void aDatabaseWithTheOtherFormOfMigration25IsUpdated(String vendor, String version, @TempDir Path folder) throws IOException {
        empty(vendor);
        for (String from : List.of("migration", vendor)) FileUtils.copyDirectory(Path.of("src/main/resources/db", from).toFile(), folder.toFile());
        Path alerts = folder.resolve("V25__alerts.sql");
        String other = Files.readString(alerts).replace("references alert_problem (id) on delete cascade,", "references alert_problem (id),");
        assertThat(other).doesNotContain("alert_problem (id) on delete");
        Files.writeString(alerts, other);
        Flyway.configure().dataSource(url, user, "").locations("filesystem:" + folder).target(version).load().migrate();

        assertThat(Commands.run("rekey", "--spring.datasource.url=" + url, "--spring.datasource.username=" + user, "--scopebridge.secret-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")).as("it may not update").isEqualTo(1);
        assertThat(start()).isZero();
        assertThat(start()).isZero();
        assertThat(db.sql("select delete_rule from information_schema.referential_constraints where lower(constraint_name) = 'alert_delivery_of_problem'").query(String.class).list()).containsExactly("CASCADE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void tablesOfAnotherApplication(String vendor, CapturedOutput output) {
        empty(vendor);
        db.sql("create table theirs (id integer)").update();

        assertThat(start()).isEqualTo(1);
        assertThat(output).contains("contains tables that ScopeBridge did not create").contains("Set spring.datasource.url to an empty database");
        assertThat(tables()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theHistoryOfAnotherApplication(String vendor, CapturedOutput output) throws SQLException {
        migrated(vendor);
        db.sql("update flyway_schema_history set description = 'shop', checksum = 7 where version = '1'").update();

        assertThat(start()).isEqualTo(1);
        assertThat(output).contains("The database belongs to another application");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void anUpdateThatFailedHalfway(String vendor, CapturedOutput output) throws SQLException {
        migrated(vendor);
        db.sql("update flyway_schema_history set success = false where version = '13'").update();

        assertThat(start()).isEqualTo(1);
        assertThat(output).contains("An earlier update of the database failed in migration 13").contains("Restore the backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void tablesThatAreOlderThanTheJarWhereTheHubMayNotUpdateThem(String vendor, CapturedOutput output) {
        empty(vendor);

        assertThat(Commands.run("rekey", "--spring.datasource.url=" + url, "--spring.datasource.username=" + user, "--scopebridge.secret-key=" + "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")).isEqualTo(1);
        assertThat(output).contains("The tables are older than this version of ScopeBridge").contains("run the command migrate");
        assertThat(tables()).isZero();
    }

    @Test
    void aDatabaseThatCannotBeReached(CapturedOutput output) {
        url = "jdbc:postgresql://127.0.0.1:1/hub";
        user = "hub";

        assertThat(start()).isEqualTo(1);
        assertThat(output).contains("The database cannot be reached").contains("spring.datasource.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rekey", "verify-audit"})
    void aFolderThatIsNotThatOfAHub(String command, @TempDir Path folder, CapturedOutput output) {
        String data = "--scopebridge.data=" + folder;

        assertThat(Commands.run(command, data)).isEqualTo(1);
        assertThat(output).contains("The file of the embedded database does not exist: " + folder.resolve("scopebridge.mv.db"));
        assertThat(Commands.run(command, data, "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID())).isEqualTo(1);
        assertThat(output).contains("The key file does not exist: " + folder.resolve("secret.key"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aWordThatIsNoCommand(CapturedOutput output) {
        assertThat(Commands.run("reky")).isEqualTo(2);
        assertThat(output).contains("There is no command 'reky'. Commands: rekey, ");
    }

    private int start() {
        return Commands.run("migrate", "--spring.datasource.url=" + url, "--spring.datasource.username=" + user, "--spring.datasource.hikari.connection-timeout=2000");
    }

    private void migrated(String vendor) throws SQLException {
        DataSource database = Databases.fresh(vendor);
        try (Connection connection = database.getConnection()) {
            url = connection.getMetaData().getURL();
            user = connection.getMetaData().getUserName();
        }
        db = JdbcClient.create(database);
    }

    private void empty(String vendor) {
        url = vendor.equals("h2") ? "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" : Databases.freshPostgres();
        user = vendor.equals("h2") ? "sa" : "postgres";
        db = JdbcClient.create(new DriverManagerDataSource(url, user, ""));
    }

    private int tables() {
        return db.sql("select count(*) from information_schema.tables where lower(table_schema) = 'public'").query(Integer.class).single();
    }
}
