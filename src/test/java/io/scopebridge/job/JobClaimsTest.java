package io.scopebridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.database.AtOnce;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import io.scopebridge.job.cancel.Cancellation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Several nodes over one database. */
@StartsServer
class JobClaimsTest {

    private static final Duration LEASE = Duration.ofSeconds(150);

    private DataSource database;
    private JdbcClient db;

    @ParameterizedTest
    @CsvSource({"0,0", "4,0", "5,20", "100,400", "126,500", "60000,500"})
    void aLongClaimIsFollowedByALongerPauseOfHalfASecondAtMost(long millis, long pause) {
        assertThat(JobClaims.pauseAfter(millis)).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void eachJobRunsOnceAndAConnectionOnOneNode(String vendor) throws Exception {
        open(vendor, 40);
        for (int connection = 0; connection < 40; connection++) for (int subject = 0; subject < 4; subject++) for (int job = 0; job < 2; job++) add(connection, "project:" + subject);
        Queue<JobNode> nodes = new ConcurrentLinkedQueue<>(List.of(node(6), node(6), node(6)));
        Queue<Long> ran = new ConcurrentLinkedQueue<>();
        Map<String, JobNode> holders = new ConcurrentHashMap<>();
        Set<String> wrong = ConcurrentHashMap.newKeySet();

        AtOnce.run(3, () -> {
            JobNode node = nodes.remove();
            for (int idle = 0; idle < 50;) {
                List<Job> claimed = node.claims.claim();
                idle = claimed.isEmpty() ? idle + 1 : 0;
                Map<String, Long> each = claimed.stream().collect(Collectors.groupingBy(Job::connectionId, Collectors.counting()));
                each.forEach((connection, many) -> {
                    if (holders.putIfAbsent(connection, node) != null) wrong.add(connection + " on two nodes");
                    if (many > 2) wrong.add(many + " jobs of " + connection);
                });
                if (claimed.stream().map(job -> job.connectionId() + job.subject()).distinct().count() < claimed.size()) wrong.add("two jobs of a subject");
                each.keySet().forEach(holders::remove);
                for (Job job : claimed) {
                    ran.add(job.id());
                    node.jobs.finish(job.id(), JobState.DONE, null, null);
                    node.claims.ended(job);
                }
            }
            return null;
        });

        assertThat(wrong).isEmpty();
        assertThat(ran).hasSize(320).doesNotHaveDuplicates();
        assertThat(db.sql("select count(*) from connection_lease where owner is not null").query(Long.class).single()).as("released").isZero();
    }

    /** More of one subject, and more connections, than one claim takes. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void nobodyIsHiddenByAQueue(String vendor) {
        open(vendor, 12);
        JobNode node = node(4);
        for (int job = 0; job < 60; job++) add(0, "project:1");
        for (int connection = 0; connection < 12; connection++) add(connection, "project:2");
        Map<String, Integer> turns = new HashMap<>();
        for (int turn = 1; turn <= 8; turn++) {
            List<Job> claimed = node.claims.claim();
            assertThat(claimed).as("turn %d", turn).isNotEmpty().hasSizeLessThanOrEqualTo(4);
            for (Job job : claimed) if (job.subject().equals("project:2")) turns.putIfAbsent(job.connectionId(), turn);
            claimed.forEach(job -> end(node, job));
        }

        assertThat(turns).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatARunningJobBlocksTakesNoWorker(String vendor) {
        open(vendor, 6);
        JobNode node = node(4);
        for (int connection = 0; connection < 6; connection++) for (int job = 0; job < 3; job++) add(connection, "projects");
        List<Job> first = node.claims.claim();
        end(node, first.get(0));
        List<Job> next = node.claims.claim();

        assertThat(first).hasSize(4);
        assertThat(next).hasSize(1).noneMatch(job -> first.subList(1, 4).stream().anyMatch(one -> one.connectionId().equals(job.connectionId())));
    }

    /** It begins no call, and what it was doing goes on elsewhere as soon as its last call has ended. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDrainedNodeHandsItsLeasesOn(String vendor) {
        open(vendor, 1);
        add(0, "project:1");
        JobNode drained = node(4);
        JobNode other = node(4);
        Job job = drained.claims.claim().get(0);
        assertThat(drained.leases.of(job.connectionId()).outlives(Duration.ofSeconds(100))).isTrue();
        assertThat(other.claims.claim()).isEmpty();

        drained.leases.drain();
        assertThat(drained.leases.of(job.connectionId()).outlives(Duration.ZERO)).isFalse();
        drained.claims.ended(job);

        assertThat(other.claims.claim()).extracting(Job::id).containsExactly(job.id());
        assertThat(db.sql("select attempts from job where id = ?").param(job.id()).query(Integer.class).single()).isEqualTo(2);
    }

    /** Such as after an error while its failure was logged: at once, the same would happen again and again. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aJobThatItsNodeCouldNotEndWaitsBeforeItRunsAgain(String vendor) {
        open(vendor, 1);
        add(0, "project:1");
        JobNode node = node(4);
        Job job = node.claims.claim().get(0);

        node.claims.ended(job);

        assertThat(node.claims.claim()).isEmpty();
        assertThat(state(job)).isEqualTo("WAITING");
        db.sql("update job set due_at = current_timestamp").update();
        assertThat(node.claims.claim()).extracting(Job::id).containsExactly(job.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aLeaseThatWasTakenIsNotRenewed(String vendor) {
        open(vendor, 2);
        add(0, "project:1");
        add(1, "project:1");
        JobNode slow = node(4);
        List<Job> jobs = slow.claims.claim();
        db.sql("update connection_lease set lease_until = current_timestamp - interval '1' second where connection_id = 'tenant-0'").update();
        JobNode other = node(4);
        assertThat(other.claims.claim()).extracting(Job::connectionId).containsExactly("tenant-0");
        slow.leases.renew();

        assertThat(jobs).extracting(Job::connectionId).containsExactlyInAnyOrder("tenant-0", "tenant-1");
        assertThat(slow.leases.of("tenant-0").outlives(Duration.ofSeconds(1))).isFalse();
        assertThat(slow.leases.of("tenant-1").outlives(Duration.ofSeconds(140))).isTrue();
        assertThat(other.leases.of("tenant-0").outlives(Duration.ofSeconds(140))).isTrue();
    }

    /** A node that was cut off for longer than its lease does not end what another node runs, or has run, in its place. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void onlyTheNodeThatRunsAJobEndsIt(String vendor) {
        open(vendor, 1);
        add(0, "project:1");
        JobNode cutOff = node(4);
        JobNode other = node(4);
        Job job = cutOff.claims.claim().get(0);
        assertThat(cutOff.jobs.isOurs(job.id())).isTrue();
        db.sql("update connection_lease set lease_until = current_timestamp - interval '1' second").update();
        assertThat(other.claims.claim()).extracting(Job::id).containsExactly(job.id());

        assertThat(cutOff.jobs.isOurs(job.id())).isFalse();
        assertThat(cutOff.jobs.finish(job.id(), JobState.FAILED, null, null)).isFalse();
        assertThat(cutOff.jobs.waitAgain(job.id(), Duration.ZERO)).isFalse();
        assertThat(state(job)).isEqualTo("RUNNING");
        assertThat(other.jobs.finish(job.id(), JobState.DONE, null, null)).isTrue();

        assertThat(cutOff.jobs.waitAgain(job.id(), Duration.ZERO)).isFalse();
        assertThat(cutOff.jobs.finish(job.id(), JobState.FAILED, null, null)).isFalse();
        assertThat(state(job)).isEqualTo("DONE");
    }

    /** Neither that of a node that was lost nor one that would be retried; what waits ends at once. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aCancelledJobDoesNotStartAgain(String vendor) {
        open(vendor, 3);
        for (int connection = 0; connection < 3; connection++) add(connection, "project:1");
        JobNode lost = node(2);
        JobNode other = node(4);
        Cancellations cancellations = new Cancellations(db);
        List<Job> running = lost.claims.claim();
        long waiting = db.sql("select id from job where state = 'WAITING'").query(Long.class).single();
        for (long job : List.of(running.get(0).id(), running.get(1).id(), waiting)) assertThat(cancellations.add(job, new Cancellation("olga", null, "wrong board"))).isTrue();
        assertThat(cancellations.add(waiting, new Cancellation("olga", null, "again"))).isFalse();
        cancellations.read(lost.claims.running());
        assertThat(running).allSatisfy(job -> assertThat(cancellations.concern(job.id())).isTrue());

        assertThat(lost.jobs.waitAgain(running.get(0).id(), Duration.ZERO)).isTrue();
        db.sql("update connection_lease set lease_until = current_timestamp - interval '1' second").update();
        assertThat(other.claims.claim()).isEmpty();

        assertThat(db.sql("select state from job").query(String.class).list()).containsOnly("CANCELLED");
        assertThat(db.sql("select count(*) from job where finished_at is null or owner is not null").query(Long.class).single()).isZero();
        assertThat(other.jobs.again(waiting, Redo.WHOLE, null)).as("a person submits it again").isTrue();
        assertThat(other.claims.claim()).extracting(Job::id).containsExactly(waiting);
        assertThat(cancellations.has(waiting)).isFalse();
    }

    /** A million jobs that have ended cost a claim nothing. */
    @ParameterizedTest
    @ValueSource(strings = "postgresql")
    void partialIndexesFindWhatIsUnderWay(String vendor) {
        open(vendor, 200);
        db.sql("""
                insert into job (connection_id, flow, subject, payload, source, state, due_at, finished_at)
                select 'tenant-' || (n % 200), 'watch-projects', 'projects', '{}', 'schedule', 'DONE', current_timestamp, current_timestamp from generate_series(1, 40000) n""").update();
        for (int connection = 0; connection < 50; connection++) add(connection, "projects");
        db.sql("analyze").update();

        assertThat(plan("select 1 from job where connection_id = 'tenant-7' and under_way and state = 'WAITING' and due_at <= current_timestamp")).contains("job_under_way").doesNotContain("Seq Scan on job");
        assertThat(plan("select min(id) from job where connection_id = 'tenant-7' and flow = 'f' and subject = 's' and under_way")).contains("job_under_way").doesNotContain("Seq Scan on job");
        assertThat(plan("select connection_id, state, jobs from job_count")).contains("job_under_way").doesNotContain("Seq Scan on job");
        assertThat(plan("select id from job where failed and state = 'FAILED' order by id desc fetch first 200 rows only")).contains("job_failed");
        assertThat(plan("select id from job where finished_at < current_timestamp - interval '30' day order by finished_at fetch first 1000 rows only")).contains("job_finished");
    }

    /** No index holds what a claim and its progress change. */
    @ParameterizedTest
    @ValueSource(strings = "postgresql")
    void aClaimWritesNoIndex(String vendor) throws Exception {
        open(vendor, 20);
        for (int connection = 0; connection < 20; connection++) add(connection, "projects");
        JobNode node = node(20);
        try (var session = database.getConnection()) {
            JdbcClient one = JdbcClient.create(new SingleConnectionDataSource(session, true));
            one.sql("update job set state = 'RUNNING', owner = 'x', attempts = 1, started_at = current_timestamp where under_way").update();
            one.sql("update job set progress_done = 1, progress_total = 2, progress_at = current_timestamp where under_way").update();
            one.sql("select pg_stat_force_next_flush()").query((row, n) -> 0).list();
            long updates = one.sql("select n_tup_upd from pg_stat_user_tables where relname = 'job'").query(Long.class).single();
            long hot = one.sql("select n_tup_hot_upd from pg_stat_user_tables where relname = 'job'").query(Long.class).single();
            assertThat(updates).isEqualTo(40);
            assertThat(hot).as("all but those whose page is full").isGreaterThan(30);
        }
        assertThat(node.claims.claim()).as("taken back from the lost node x").hasSize(20);
    }

    private String plan(String sql) {
        return String.join("\n", db.sql("explain " + sql).query(String.class).list());
    }

    private void open(String vendor, int connections) {
        database = Databases.fresh(vendor);
        db = JdbcClient.create(database);
        IntStream.range(0, connections).forEach(one -> Databases.addConnection(database, "tenant-" + one, "autotask"));
    }

    private JobNode node(int workers) {
        return new JobNode(database, workers, 2, LEASE);
    }

    private void add(int connection, String subject) {
        new Jobs(db, new ObjectMapper(), new Node(db, database), new JobWakeUp(null, null)).add("tenant-" + connection, "push-project", subject, JsonNodeFactory.instance.objectNode(), "test");
    }

    private String state(Job job) {
        return db.sql("select state from job where id = ?").param(job.id()).query(String.class).single();
    }

    private static void end(JobNode node, Job job) {
        node.jobs.finish(job.id(), JobState.DONE, null, null);
        node.claims.ended(job);
    }
}
