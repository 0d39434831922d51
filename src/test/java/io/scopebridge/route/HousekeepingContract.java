package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.DatabaseState;
import io.scopebridge.database.Databases;
import io.scopebridge.database.Retention;
import io.scopebridge.failure.Classifier;
import io.scopebridge.log.FailureLog;
import io.scopebridge.log.TickLog;
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
    "scopebridge.housekeeping.tick=3600000", "scopebridge.plan.keep-calls=30d", "scopebridge.previews.keep=30d", "scopebridge.log.keep-resolved-days=30",
    "scopebridge.jobs.keep=30d", "scopebridge.webhooks.keep=30d", "scopebridge.replays.keep=30d",
    "scopebridge.alerts.keep=30d", "scopebridge.drafts.keep-inputs=30d",
    "scopebridge.audit.keep-refused-logins=30d"})
abstract class HousekeepingContract {

    @EnableAutoConfiguration(exclude = {FlywayAutoConfiguration.class, SecurityAutoConfiguration.class})
    @Import({Retention.class, Classifier.class, DatabaseState.class, FailureLog.class, TickLog.class})
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
        for (String table : List.of("replay_entry", "replay_item", "replay", "log_entry")) db.sql("delete from " + table).update();
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

    /** Jobs that ended long ago go, with what tells that their webhooks came; not what an open log entry, a replay, a preview or a project needs. */
    @Test
    void anOldJobStaysWhereItIsAskedFor() {
        long logged = job("projects", "FAILED", 100);
        db.sql("""
                insert into log_entry (connection_id, flow, job_id, failure_class, cause, remedy, searchable, state) values (?, 'f', ?, 'VALIDATION', 'c', 'r', 's', 'OPEN')""").params(ID, logged).update();
        long replayed = job("projects", "FAILED", 100);
        replay("RUNNING", 100, replayed, true);
        long previewed = job("project:1", "DONE", 100);
        preview(1);
        db.sql("update plan_preview set job_id = ? where connection_id = ?").params(previewed, ID).update();
        long waiting = job("projects", "WAITING", 100);
        long running = job("projects", "RUNNING", 100);
        long former = job("project:2", "DONE", 100);
        long newest = job("project:2", "FAILED", 90);
        long young = job("projects", "DONE", 29);
        long poll = job("projects", "DONE", 31);
        for (long job : List.of(waiting, newest, poll)) {
            db.sql("insert into webhook_event (connection_id, event_id, body_hash, job_id, received_at) values (?, ?, 'x', ?, current_timestamp - interval '100' day)").params(ID, "event-" + job, job).update();
        }
        db.sql("insert into webhook_event (connection_id, event_id, body_hash, job_id) values (?, 'event-now', 'x', ?)").params(ID, poll).update();

        template.sendBody("direct:tick", null);

        assertThat(db.sql("select id from job where connection_id = ? order by id").param(ID).query(Long.class).list())
            .containsExactly(logged, replayed, previewed, waiting, running, newest, young).doesNotContain(former, poll);
        assertThat(db.sql("select event_id from webhook_event where connection_id = ?").param(ID).query(String.class).list())
            .containsExactlyInAnyOrder("event-" + waiting, "event-now");
    }

    @Test
    void replaysThatEndedGoWithTheirItems() {
        long job = job("projects", "FAILED", 1);
        long open = replay("PAUSED", 100, job, true);
        long winding = replay("CANCELLED", 100, job("projects", "RUNNING", 100), true);
        long young = replay("DONE", 29, job, false);
        long old = replay("DONE", 31, job, false);
        long cancelled = replay("CANCELLED", 100, job, false);

        template.sendBody("direct:tick", null);

        for (String column : List.of("select id from replay", "select replay_id from replay_item", "select replay_id from replay_entry")) {
            assertThat(db.sql(column).query(Long.class).list()).as(column).contains(open, winding, young).doesNotContain(old, cancelled);
        }
    }

    /** A message of a problem that is open shows that it was reported. */
    @Test
    void oldAlertsGoWithTheirProblemsUnlessTheyAreOpen() {
        for (String table : List.of("alert_delivery", "alert_problem", "alert_target")) db.sql("delete from " + table).update();
        db.sql("insert into alert_target (id, name, channel, enabled, settings, secrets) values (1, 'ops', 'SLACK', true, '{}', '{}')").update();
        for (int problem = 1; problem <= 3; problem++) {
            db.sql("""
                    insert into alert_problem (id, problem, open_key, flow, failure_class, cause, remedy, entry_id, entries, failures, opened_at, over_at)
                    values (:id, 'p', :open, 'f', 'BUG', 'c', 'r', 1, 1, 1, current_timestamp - interval '99' day, current_timestamp - %s)""".formatted(days(problem == 3 ? 1 : 40)))
                .param("id", problem).param("open", problem == 1 ? "p" : null).update();
            db.sql("insert into alert_delivery (target_id, problem_id, kind, state, content, attempts, due_at, created_at) values (1, ?, 'OPENED', 'SENT', '{}', 1, current_timestamp, current_timestamp - "
                + days(problem == 3 ? 1 : 40) + ")").param(problem).update();
        }

        template.sendBody("direct:tick", null);

        assertThat(db.sql("select problem_id from alert_delivery order by 1").query(Long.class).list()).containsExactly(1L, 3L);
        assertThat(db.sql("select id from alert_problem order by 1").query(Long.class).list()).containsExactly(1L, 3L);
    }

    @Test
    void oldRefusedLoginsGo() {
        db.sql("delete from refused_login").update();
        for (int age : List.of(1, 29, 31, 400)) {
            db.sql("insert into refused_login (at, last_at, in_minute, address, name, times) values (current_timestamp - " + days(age) + ", current_timestamp - " + days(age)
                + ", current_timestamp - " + days(age) + ", '192.0.2.1', 'age ' || " + age + ", 3)").update();
        }

        template.sendBody("direct:tick", null);

        assertThat(db.sql("select name from refused_login").query(String.class).list()).containsExactlyInAnyOrder("age 1", "age 29");
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

    /** Of a project or of a schedule. */
    private long job(String subject, String state, int age) {
        db.sql("insert into job (connection_id, flow, subject, payload, source, state, due_at, finished_at) values (?, 'push-project', ?, '{}', 'test', ?, current_timestamp, "
            + (state.matches("DONE|FAILED") ? "current_timestamp - " + days(age) : "null") + ")").params(ID, subject, state).update();
        return db.sql("select max(id) from job where connection_id = ?").param(ID).query(Long.class).single();
    }

    private long replay(String state, int age, long job, boolean active) {
        db.sql("insert into replay (state, reason, asked_by, asked_for, begins, mapping, canary, created_at, finished_at) values (?, 'r', 'a', '{}', 'NOW', 'current', false, current_timestamp, "
            + (state.matches("DONE|CANCELLED") ? "current_timestamp - " + days(age) : "null") + ")").param(state).update();
        long replay = db.sql("select max(id) from replay").query(Long.class).single();
        db.sql("insert into replay_item (replay_id, job_id, connection_id, flow, subject, state, active_job) values (?, ?, ?, 'push-project', 'projects', 'FAILED', ?)")
            .params(replay, job, ID, active ? job : null).update();
        db.sql("insert into replay_entry (entry_id, replay_id, item_id) select 7, i.replay_id, i.id from replay_item i where i.replay_id = ?").param(replay).update();
        return replay;
    }

    private static String days(int age) {
        return "interval '" + age + "' day";
    }

    private long left(String table) {
        return db.sql("select count(*) from " + table + " where connection_id = ?").param(ID).query(Long.class).single();
    }
}
