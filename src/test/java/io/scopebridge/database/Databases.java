package io.scopebridge.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The databases that the hub runs on, each started once per JVM and migrated. Tests keep apart by connections of their own. */
public final class Databases {

    private static DataSource h2;
    private static DataSource postgres;
    private static String postgresRefused;

    private Databases() {
    }

    public static synchronized DataSource h2() {
        if (h2 == null) {
            h2 = migrated("h2", "jdbc:h2:mem:hub;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=100;DB_CLOSE_DELAY=-1", "sa");
        }
        return h2;
    }

    /** Skips the test where PostgreSQL cannot start; fails it instead when the system property {@code scopebridge.no-skips} is true. */
    public static synchronized DataSource postgres() {
        if (postgres == null && postgresRefused == null) {
            try {
                postgres = migrated("postgresql", EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres"), "postgres");
            } catch (IOException | RuntimeException e) {
                postgresRefused = "PostgreSQL cannot start here: " + e;
            }
        }
        if (postgresRefused != null) {
            Assertions.assertFalse(Boolean.getBoolean("scopebridge.no-skips"), postgresRefused);
            Assumptions.abort(postgresRefused);
        }
        return postgres;
    }

    /** The address of an empty database in that PostgreSQL, for the user {@code postgres} without a password. */
    public static String freshPostgres() {
        String name = "fresh_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(postgres()).sql("create database " + name).update();
        return postgresUrl().replaceFirst("/postgres\\b", "/" + name);
    }

    static String postgresUrl() {
        return ((HikariDataSource) ((DelegatingDataSource) postgres()).getTargetDataSource()).getJdbcUrl();
    }

    /** An empty database of its own, migrated: {@code h2} or {@code postgresql}. */
    public static DataSource fresh(String vendor) {
        if (vendor.equals("postgresql")) return migrated(vendor, freshPostgres(), "postgres");
        return migrated(vendor, "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=100;DB_CLOSE_DELAY=-1", "sa");
    }

    /** Adds a bare connection, for rows that refer to one. */
    public static void addConnection(DataSource database, String id, String system) {
        JdbcClient.create(database).sql("insert into connection (id, name, system, enabled, settings, secrets) values (?, ?, ?, true, '{}', '{}')")
                .params(id, id, system).update();
    }

    /** @param vendor h2 or postgresql */
    public static void migrate(DataSource database, String vendor) {
        Flyway.configure().dataSource(database).locations("classpath:db/migration", "classpath:db/" + vendor).load().migrate();
    }

    private static DataSource migrated(String vendor, String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(1);
        HikariDataSource source = new HikariDataSource(config);
        migrate(source, vendor);
        // A context that closes would close a pool among its beans, and others use this one.
        return new DelegatingDataSource(source);
    }
}
