package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.database.Retention;
import io.scopebridge.failure.Classifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockComponent;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** The housekeeping route over a real database, with the rest of the hub left out. */
@CamelSpringBootTest
@UseAdviceWith
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
    "camel.main.routes-include-pattern=file:routes/hub/housekeeping.camel.yaml,file:routes/hub/failures.camel.yaml",
    "camel.main.name=housekeeping", "spring.config.name=none", "spring.jmx.enabled=false", "camel.main.jmx-enabled=false",
    "scopebridge.housekeeping.tick=3600000", "scopebridge.plan.keep-calls=30d", "scopebridge.previews.keep=30d", "scopebridge.log.keep-resolved-days=30"})
abstract class HousekeepingContract {

    @EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, SecurityAutoConfiguration.class})
    @Import({Retention.class, Classifier.class})
    static class Parts {

        /** Stands where failures are logged. */
        @Bean
        MockComponent deadletter() {
            return new MockComponent();
        }
    }

    private static final String ID = "housekeeping";

    @Autowired
    private CamelContext camel;
    @Autowired
    private ProducerTemplate template;
    @Autowired
    private DataSource database;
    private JdbcClient db;

    @BeforeEach
    void rowsOfAllAges() throws Exception {
        db = JdbcClient.create(database);
        db.sql("delete from connection where id = ?").param(ID).update();
        Databases.addConnection(database, ID, "autotask");
        if (!camel.isStarted()) {
            AdviceWith.adviceWith(camel, "housekeeping", route -> route.replaceFromWith("direct:tick"));
            camel.start();
        }
    }

    @Test
    void whatIsOlderThanItIsKeptIsDeletedAndTheRestStays() {
        for (int age : List.of(1, 29, 31, 400)) {
            call(age);
            preview(age);
            entry(age, "RESOLVED");
        }
        entry(400, "OPEN");

        template.sendBody("direct:tick", null);

        assertThat(left("step_call")).isEqualTo(2);
        assertThat(left("plan_preview")).isEqualTo(2);
        assertThat(left("log_entry")).isEqualTo(3);
        assertThat(db.sql("select count(*) from log_entry where connection_id = ? and state = 'OPEN'").param(ID).query(Long.class).single()).isEqualTo(1);
    }

    /** A job or a preview runs it again, and the newest is shown. */
    @Test
    void anOldPlanStaysWhereItIsAskedFor() {
        long unused = plan(100);
        long ofAJob = plan(100);
        db.sql("insert into job (connection_id, flow, subject, payload, source, state, due_at, plan_id) values (?, 'push-project', 'project:1', '{}', 'test', 'FAILED', current_timestamp, ?)")
            .params(ID, ofAJob).update();
        long ofAPreview = plan(100);
        preview(1);
        db.sql("update plan_preview set plan_id = ? where connection_id = ?").params(ofAPreview, ID).update();
        long ofAnOldPreview = plan(100);
        preview(100);
        db.sql("update plan_preview set plan_id = ? where connection_id = ? and plan_id is null").params(ofAnOldPreview, ID).update();
        long young = plan(1);
        long newest = plan(100);

        template.sendBody("direct:tick", null);

        assertThat(db.sql("select id from plan where connection_id = ? order by id").param(ID).query(Long.class).list())
            .containsExactly(ofAJob, ofAPreview, young, newest).doesNotContain(unused, ofAnOldPreview);
    }

    @Test
    void manyRowsAreDeletedInSeveralStatements() {
        db.sql("insert into step_call (connection_id, subject, step_key, kind, at, millis, request) select ?, 'project:1', 'a', 'WRITE', current_timestamp - interval '40' day, 1, 'GET' from " + numbers(2500))
            .param(ID).update();
        call(1);

        template.sendBody("direct:tick", null);

        assertThat(left("step_call")).isEqualTo(1);
    }

    /** Another node is deleting it. */
    @Test
    void aRowThatIsLockedIsPassedOver() throws SQLException {
        call(40);
        call(50);
        long oldest = db.sql("select min(id) from step_call where connection_id = ?").param(ID).query(Long.class).single();
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().executeQuery("select id from step_call where id = " + oldest + " for update").next();

            template.sendBody("direct:tick", null);

            assertThat(left("step_call")).isEqualTo(1);
            other.rollback();
        }
        template.sendBody("direct:tick", null);
        assertThat(left("step_call")).isZero();
    }

    /** A table of that many rows. */
    abstract String numbers(int many);

    private void call(int age) {
        db.sql("insert into step_call (connection_id, subject, step_key, kind, at, millis, request) values (?, 'project:1', 'a', 'WRITE', current_timestamp - " + days(age) + ", 1, 'GET')").param(ID).update();
    }

    private long plan(int age) {
        db.sql("insert into plan (connection_id, subject, flow, made_at, plan, links) values (?, 'project:1', 'push-project', current_timestamp - " + days(age) + ", '{}', '[]')").param(ID).update();
        return db.sql("select max(id) from plan where connection_id = ?").param(ID).query(Long.class).single();
    }

    private void preview(int age) {
        db.sql("insert into plan_preview (connection_id, subject, options, settings_hash, asked_by, asked_at) values (?, 'project:1', '{}', 'x', 'a', current_timestamp - " + days(age) + ")")
            .param(ID).update();
    }

    private void entry(int age, String state) {
        db.sql("""
                insert into log_entry (connection_id, flow, subject, failure_class, cause, remedy, searchable, state, created_at, last_at, resolved_at)
                values (:id, 'push-project', 'project:1', 'VALIDATION', 'c', 'r', 's', :state, current_timestamp - %1$s, current_timestamp - %1$s, current_timestamp - %1$s)""".formatted(days(age)))
            .param("id", ID).param("state", state).update();
    }

    private static String days(int age) {
        return "interval '" + age + "' day";
    }

    private long left(String table) {
        return db.sql("select count(*) from " + table + " where connection_id = ?").param(ID).query(Long.class).single();
    }
}
