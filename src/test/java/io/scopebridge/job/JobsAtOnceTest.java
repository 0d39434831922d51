package io.scopebridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.database.AtOnce;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What many request at once, on any node. */
@StartsServer
class JobsAtOnceTest {

    private static final int MANY = 16;
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
    private static final ObjectNode FULL = JsonNodeFactory.instance.objectNode().put("full", true);

    @Nested
    class OnH2 extends Promises {

        @Override
        DataSource open() {
            return Databases.h2();
        }
    }

    @Nested
    class OnPostgres extends Promises {

        @Override
        DataSource open() {
            return Databases.postgres();
        }
    }

    abstract static class Promises {

        private DataSource database;
        private JdbcClient db;
        private Node node;
        private Jobs jobs;

        abstract DataSource open();

        @BeforeEach
        void aConnection() {
            database = open();
            db = JdbcClient.create(database);
            node = new Node(db, database);
            jobs = new Jobs(db, new ObjectMapper(), node, new JobWakeUp(null, null));
            Databases.addConnection(database, "at-once", "autotask");
        }

        @AfterEach
        void gone() {
            db.sql("delete from connection where id = 'at-once'").update();
        }

        /** As the same webhook does; what follows in the transaction is stored with it. */
        @Test
        void oneJobForAKey() throws Exception {
            for (int round = 0; round < 5; round++) {
                String key = "webhook:at-once:" + round;
                List<Jobs.Added> added = AtOnce.inTransactions(database, MANY, () -> {
                    Jobs.Added job = jobs.addOnce("at-once", "push-project", "project:1", NOTHING, "webhook", key);
                    db.sql("insert into webhook_event (connection_id, event_id, body_hash, job_id) values ('at-once', ?, 'x', ?) on conflict do nothing").params(key, job.id()).update();
                    return job;
                });

                assertThat(added.stream().map(Jobs.Added::id).distinct()).hasSize(1);
                assertThat(added.stream().filter(Jobs.Added::isNew)).hasSize(1);
            }
            assertThat(db.sql("select count(*) from webhook_event where connection_id = 'at-once'").query(Long.class).single()).isEqualTo(5);
        }

        @Test
        void jobsOfOneStatementHaveTheirOwnIdsAndAreAnnounced() {
            List<Object> published = new ArrayList<>();
            JobRequests requests = new JobRequests(jobs, db, new JobWakeUp(null, null), published::add);
            List<JobRequests.Request> many = IntStream.range(0, 50).mapToObj(i -> new JobRequests.Request("push-project", "project:" + i, FULL.deepCopy().put("project", i), "many:" + (i * 7 % 50), i % 2 == 0 ? null : "trace " + i)).toList();

            List<Long> ids = requests.requestAllNew("at-once", "webhook", many).orElseThrow();

            for (int i = 0; i < 50; i++) {
                assertThat(db.sql("select * from job where id = ?").param(ids.get(i)).query().singleRow()).containsEntry("subject", "project:" + i).containsEntry("flow", "push-project")
                    .containsEntry("connection_id", "at-once").containsEntry("dedupe_key", "many:" + (i * 7 % 50)).containsEntry("traceparent", i % 2 == 0 ? null : "trace " + i)
                    .containsEntry("payload", "{\"full\":true,\"project\":" + i + "}").containsEntry("state", "WAITING").containsEntry("source", "webhook").containsEntry("requested_by", null);
                assertThat(published.get(i)).isEqualTo(new JobRequested(ids.get(i), "at-once", "push-project", "project:" + i, "webhook"));
            }
            assertThat(requests.requestAllNew("at-once", "webhook", List.of(new JobRequests.Request("push-project", "project:new", NOTHING, "new", null), many.get(3)))).isEmpty();
            assertThat(published).hasSize(50);
        }

        @Test
        void oneCheckIsUnderWay() throws Exception {
            for (int round = 1; round <= 5; round++) {
                List<Jobs.Added> added = AtOnce.inTransactions(database, MANY, () -> jobs.addUnlessUnderWay("at-once", "check-connection", "connection", NOTHING, "saved"));

                assertThat(added.stream().map(Jobs.Added::id).distinct()).hasSize(1);
                assertThat(db.sql("select count(*) from job where connection_id = 'at-once'").query(Integer.class).single()).isEqualTo(round);
                runs(added.get(0).id(), JobState.DONE);
            }
        }

        /** Asked for more than what is under way, or after it. */
        @Test
        void anotherPayloadIsAnotherJob() {
            long poll = jobs.addUnlessUnderWay("at-once", "poll-opportunities", "opportunities", NOTHING, "schedule").id();
            long full = jobs.addUnlessUnderWay("at-once", "poll-opportunities", "opportunities", FULL, "schedule").id();

            assertThat(full).isNotEqualTo(poll);
            assertThat(jobs.addUnlessUnderWay("at-once", "poll-opportunities", "opportunities", FULL, "api")).isEqualTo(new Jobs.Added(full, false));
            runs(poll, JobState.DONE);
            assertThat(jobs.addUnlessUnderWay("at-once", "poll-opportunities", "opportunities", NOTHING, "schedule")).as("a full one is enough").isEqualTo(new Jobs.Added(full, false));
        }

        /** A person runs an ended job again while the schedule has made the next. */
        @Test
        void anEndedJobRunsAgainBesideTheNext() {
            long first = jobs.addUnlessUnderWay("at-once", "watch-projects", "projects", NOTHING, "schedule").id();
            runs(first, JobState.FAILED);
            jobs.addUnlessUnderWay("at-once", "watch-projects", "projects", NOTHING, "schedule");

            assertThat(jobs.again(first, Redo.WHOLE, null)).isTrue();
        }

        private void runs(long job, JobState end) {
            db.sql("update job set state = 'RUNNING', owner = ? where id = ?").params(node.id(), job).update();
            assertThat(jobs.finish(job, end, null, null)).isTrue();
        }
    }
}
