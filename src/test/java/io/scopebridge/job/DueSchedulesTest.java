package io.scopebridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.database.AtOnce;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import io.scopebridge.time.ScheduleTimes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several nodes over one database. */
@StartsServer
class DueSchedulesTest {

    private static final String DAILY = "0 10 2 * * *";

    private DataSource database;
    private JdbcClient db;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void threeNodesMakeOneJobForEachDueSchedule(String vendor) throws Exception {
        open(vendor);
        IntStream.range(0, 500).forEach(one -> {
            Databases.addConnection(database, "tenant-" + one, "autotask");
            schedule("tenant-" + one, "watch-projects", "0 */5 * * * *");
            schedule("tenant-" + one, "refresh-directory", DAILY);
        });
        Queue<JobNode> nodes = new ConcurrentLinkedQueue<>(List.of(node(), node(), node()));
        AtOnce.run(3, () -> {
            nodes.remove().schedules.makeJobs();
            return null;
        });

        assertThat(db.sql("select count(*) from job").query(Long.class).single()).isEqualTo(1000);
        assertThat(db.sql("select count(distinct connection_id || flow) from job").query(Long.class).single()).isEqualTo(1000);
        assertThat(db.sql("select count(*) from schedule where next_at <= current_timestamp or last_at is null").query(Long.class).single()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatIsUnderWayIsEnoughUnlessItDoesLess(String vendor) {
        open(vendor);
        JobNode node = node();
        for (String id : List.of("idle", "polling", "reading-all")) {
            Databases.addConnection(database, id, "autotask");
            schedule(id, "poll-opportunities", "0 30 * * * *");
        }
        Databases.addConnection(database, "polls-and-reads-all", "autotask");
        schedule("polls-and-reads-all", "full-sync", DAILY);
        var nothing = JsonNodeFactory.instance.objectNode();
        node.jobs.add("polling", "poll-opportunities", "opportunities", nothing, "api");
        node.jobs.add("reading-all", "poll-opportunities", "opportunities", nothing.deepCopy().put("full", true), "api");
        node.jobs.add("polls-and-reads-all", "poll-opportunities", "opportunities", nothing, "api");
        node.schedules.makeJobs();

        assertThat(db.sql("select connection_id || ' ' || payload from job where source = 'schedule' order by 1").query(String.class).list())
            .containsExactly("idle {}", "polls-and-reads-all {\"full\":true}");
    }

    /** A flow that no file declares, a cron expression of nobody's, an unknown time zone, a connection that is off: the others are due. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void anOddRowIsLeftOut(String vendor) {
        open(vendor);
        for (String id : List.of("good", "undeclared", "odd-cron", "odd-zone", "disabled")) Databases.addConnection(database, id, "autotask");
        Databases.addConnection(database, "other-system", "nobodys");
        schedule("good", "watch-projects", "0 */5 * * * *");
        schedule("undeclared", "no-such-flow", DAILY);
        schedule("odd-cron", "watch-projects", "every day");
        schedule("odd-zone", "watch-projects", DAILY);
        schedule("disabled", "watch-projects", DAILY);
        schedule("other-system", "watch-projects", DAILY);
        db.sql("update schedule set time_zone = 'Mars/Olympus' where connection_id = 'odd-zone'").update();
        db.sql("update connection set enabled = false where id = 'disabled'").update();
        node().schedules.makeJobs();

        assertThat(db.sql("select connection_id from job order by 1").query(String.class).list()).containsExactly("good", "odd-cron", "odd-zone");
        assertThat(db.sql("select connection_id from schedule where next_at <= current_timestamp").query(String.class).list()).containsExactly("disabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 */5 * * * *,300", "0 30 * * * *,3600", "0 10 2 * * *,3600", "0 50 */4 * * *,3600"})
    void connectionsAreSpreadOverTime(String row) {
        String cron = row.split(",")[0];
        int window = Integer.parseInt(row.split(",")[1]);
        ZoneId zone = ZoneId.of("America/New_York");
        List<Integer> spreads = IntStream.range(0, 2000).mapToObj(one -> ScheduleTimes.spread("tenant-" + one, "flow", cron, zone)).toList();

        assertThat(spreads).allMatch(spread -> spread >= 0 && spread < window);
        for (int part = 0; part < 10; part++) {
            int from = part * window / 10;
            int to = (part + 1) * window / 10;
            assertThat(spreads.stream().filter(spread -> spread >= from && spread < to).count()).isBetween(120L, 280L);
        }
        assertThat(ScheduleTimes.spread("tenant-7", "flow", cron, zone)).isEqualTo(spreads.get(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 299})
    void theSpreadIsAddedToEachTime(int spread) {
        OffsetDateTime next = ScheduleTimes.next("0 */5 * * * *", ZoneId.of("UTC"), spread);

        assertThat(next).isBetween(OffsetDateTime.now(), OffsetDateTime.now().plusSeconds(301));
        assertThat(next.minusSeconds(spread).getSecond()).isZero();
        assertThat(next.minusSeconds(spread).getMinute() % 5).isZero();
    }

    private void open(String vendor) {
        database = Databases.fresh(vendor);
        db = JdbcClient.create(database);
    }

    private JobNode node() {
        return new JobNode(database, 8, 2, Duration.ofSeconds(150));
    }

    private void schedule(String connection, String flow, String cron) {
        db.sql("insert into schedule (connection_id, flow, cron, time_zone, next_at) values (?, ?, ?, 'UTC', current_timestamp - interval '1' minute)").params(connection, flow, cron).update();
    }
}
