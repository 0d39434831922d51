package io.scopebridge.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.AtOnce;
import io.scopebridge.database.Databases;
import io.scopebridge.job.Job;
import io.scopebridge.job.JobNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs from ten thousand due schedules of two thousand connections, and their way through three nodes. The work itself takes no time. */
class JobsBenchmark {

    private static final int CONNECTIONS = 2_000;
    private static final List<String> FLOWS = List.of("poll-opportunities", "full-sync", "refresh-directory", "watch-projects", "watch-callbacks");
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);

    private DataSource database;
    private JdbcClient db;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2"})
    void tenThousandDueSchedules(String vendor) throws Exception {
        open(vendor);
        List<Double> former = new ArrayList<>();
        List<Double> now = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            due();
            former.add(seconds(this::rowByRow));
            due();
            now.add(seconds(() -> node().schedules.makeJobs()));
            assertThat(db.sql("select count(*) from job").query(Integer.class).single()).isBetween(CONNECTIONS * 4, CONNECTIONS * 5);
        }
        print(vendor + ": 10,000 due schedules, row by row in one transaction | in chunks", former, now);
    }

    @ParameterizedTest
    @ValueSource(strings = "postgresql")
    void threeNodesClaimWhatIsDue(String vendor) throws Exception {
        open(vendor);
        due();
        node().schedules.makeJobs();
        int jobs = db.sql("select count(*) from job").query(Integer.class).single();
        Queue<JobNode> nodes = new ConcurrentLinkedQueue<>(List.of(node(), node(), node()));
        Queue<Long> ran = new ConcurrentLinkedQueue<>();
        double seconds = seconds(() -> AtOnce.run(3, () -> {
            JobNode node = nodes.remove();
            for (int idle = 0; idle < 20;) {
                List<Job> claimed = node.claims.claim();
                idle = claimed.isEmpty() ? idle + 1 : 0;
                for (Job job : claimed) {
                    ran.add(job.id());
                    node.end(job);
                }
            }
            return null;
        }));
        assertThat(ran).hasSize(jobs).doesNotHaveDuplicates();
        System.out.printf("%s: three nodes claimed and ended %d jobs of %d connections, each once, in %.1f s: %.0f/s%n", vendor, jobs, CONNECTIONS, seconds, jobs / seconds);
    }

    /** As it was: all in one transaction, three statements for each row. */
    private void rowByRow() {
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> {
            List<String[]> due = db.sql("select s.connection_id, s.flow from schedule s join connection_summary c on c.id = s.connection_id where c.enabled and s.next_at <= current_timestamp order by s.next_at")
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)}).list();
            for (String[] one : due) {
                db.sql("update schedule set next_at = ?, last_at = current_timestamp where connection_id = ? and flow = ?").params(OffsetDateTime.now().plusHours(1), one[0], one[1]).update();
                Long there = db.sql("select min(id) from job where connection_id = ? and flow = ? and subject = ? and state in ('WAITING', 'RUNNING')").params(one[0], one[1], one[1]).query(Long.class).optional().orElse(null);
                if (there == null) db.sql("insert into job (connection_id, flow, subject, payload, source, state, due_at) values (?, ?, ?, '{}', 'schedule', 'WAITING', current_timestamp)").params(one[0], one[1], one[1]).update();
            }
        });
    }

    private void open(String vendor) {
        database = Databases.fresh(vendor);
        db = JdbcClient.create(database);
        JdbcTemplate batch = new JdbcTemplate(database);
        batch.batchUpdate("insert into connection (id, name, system, enabled, settings, secrets) values (?, 'x', 'connectwise', true, '{}', '{}')",
            IntStream.range(0, CONNECTIONS).mapToObj(one -> new Object[] {"tenant-" + one}).toList());
        for (String flow : FLOWS) {
            batch.batchUpdate("insert into schedule (connection_id, flow, cron, time_zone, next_at) values (?, ?, '0 30 * * * *', 'UTC', current_timestamp)",
                IntStream.range(0, CONNECTIONS).mapToObj(one -> new Object[] {"tenant-" + one, flow}).toList());
        }
    }

    private void due() {
        db.sql("delete from job").update();
        db.sql("update schedule set next_at = current_timestamp - interval '1' minute").update();
    }

    private JobNode node() {
        return new JobNode(database, 8, 2, Duration.ofSeconds(150));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long from = System.nanoTime();
        work.run();
        return (System.nanoTime() - from) / 1e9;
    }

    private static void print(String what, List<Double> former, List<Double> now) {
        double one = median(former);
        double other = median(now);
        System.out.printf("%s, medians of %d rounds: %.2f s | %.2f s | ratio %.2f%n", what, former.size(), one, other, other / one);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
