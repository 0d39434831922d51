package io.scopebridge.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database with deliveries is updated, and keeps them. */
@StartsServer
class DeliveriesOfAProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void deliveriesKeepTheirProblemAndGoWithIt(String vendor) {
        String url = vendor.equals("h2") ? "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" : Databases.freshPostgres();
        DriverManagerDataSource database = new DriverManagerDataSource(url, vendor.equals("h2") ? "sa" : "postgres", "");
        migrate(database, vendor, "31");
        JdbcClient db = JdbcClient.create(database);
        db.sql("insert into alert_target (id, name, channel, enabled, settings, secrets) values (1, 'ops', 'webhook', true, '{}', '{}')").update();
        for (int problem = 7; problem <= 8; problem++) {
            db.sql("insert into alert_problem (id, problem, flow, failure_class, cause, remedy, entry_id, entries, failures, opened_at) values (?, 'p', 'push-project', 'BUG', 'x', 'y', 1, 1, 1, current_timestamp)")
                .param(problem).update();
            db.sql("insert into alert_delivery (target_id, problem_id, kind, state, content, attempts, due_at) values (1, ?, 'OPENED', 'SENT', '{}', 1, current_timestamp)").param(problem).update();
        }

        migrate(database, vendor, "latest");
        assertThat(problems(db)).containsExactly(7L, 8L);
        db.sql("delete from alert_problem where id = 7").update();
        assertThat(problems(db)).containsExactly(8L);
    }

    private static List<Long> problems(JdbcClient db) {
        return db.sql("select problem_id from alert_delivery order by problem_id").query(Long.class).list();
    }

    private static void migrate(DriverManagerDataSource database, String vendor, String target) {
        Flyway.configure().dataSource(database).locations("classpath:db/migration", "classpath:db/" + vendor).target(target).load().migrate();
    }
}
