package io.scopebridge.plan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans on both databases: which one is the last, which one is new, and which ones are deleted. */
@StartsServer
class PlanArchiveTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode NO_LINKS = JsonNodeFactory.instance.arrayNode();

    enum Database {
        H2, POSTGRES;

        DataSource source() {
            return this == H2 ? Databases.h2() : Databases.postgres();
        }
    }

    private final String connection = "archive-" + UUID.randomUUID();
    private JdbcClient db;
    private PlanArchive archive;

    private void on(Database database) {
        db = JdbcClient.create(database.source());
        archive = new PlanArchive(db);
        Databases.addConnection(database.source(), connection, "psa");
    }

    @ParameterizedTest
    @EnumSource
    void theLastPlanIsTheOneThatAJobBeganLast(Database database) {
        on(database);
        long first = archive.add(connection, plan("a"));
        long shown = archive.add(connection, plan("b"), JSON.createObjectNode().put("name", "Ä"), "mark");
        assertThat(archive.last(connection, "project:1")).as("no job has begun it").isEmpty();

        long push = job("push-project", first, 2);
        assertThat(last()).isEqualTo("a");
        long confirmed = job("push-project", shown, 1);
        assertThat(last()).as("made earlier than it was begun").isEqualTo("b");
        begin(push, first, 0);
        assertThat(last()).as("replayed").isEqualTo("a");

        assertThat(archive.ofJob(confirmed)).get().satisfies(plan -> {
            assertThat(plan.id()).isEqualTo(shown);
            assertThat(plan.source().path("name").asText()).isEqualTo("Ä");
            assertThat(plan.sourceMark()).isEqualTo("mark");
        });
        assertThat(archive.last(connection, "project:1").orElseThrow().work()).isEqualTo(new LastPlan.Work("push-project", "project:1"));
        assertThat(archive.subjects(connection, "project:1")).containsExactly("project:1");
        assertThat(archive.last("another", "project:1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlanThatIsTheSameAsTheLastIsThatPlan(Database database) {
        on(database);
        long first = archive.add(connection, plan("a"));
        job("push-project", first, 1);
        assertThat(archive.add(connection, plan("a"))).isEqualTo(first);
        long other = archive.add(connection, plan("b"));
        assertThat(other).isNotEqualTo(first);
        job("push-project", other, 0);
        assertThat(archive.add(connection, plan("a"))).as("not the last").isGreaterThan(other);

        ArchivedPlan original = archive.find(first).orElseThrow();
        assertThat(archive.edited(connection, original, plan("a"))).isEqualTo(first);
        long edited = archive.edited(connection, original, plan("c"));
        assertThat(db.sql("select edited_from from plan where id = ?").param(edited).query(Long.class).single()).isEqualTo(first);
        assertThat(archive.find(first).orElseThrow().made()).as("unchanged").isEqualTo(original.made());
    }

    @ParameterizedTest
    @EnumSource
    void plansGoWithTheirConnection(Database database) {
        on(database);
        archive.add(connection, plan("a"));
        db.sql("delete from connection where id = ?").param(connection).update();
        assertThat(db.sql("select count(*) from plan where connection_id = ?").param(connection).query(Long.class).single()).isZero();
    }

    private String last() {
        return archive.last(connection, "project:1").orElseThrow().plan().steps().get(0).title();
    }

    private long job(String flow, long plan, int minutesAgo) {
        db.sql("insert into job (connection_id, flow, subject, payload, source, state, due_at) values (?, ?, 'project:1', '{}', 'test', 'FAILED', current_timestamp)")
            .params(connection, flow).update();
        long job = db.sql("select max(id) from job where connection_id = ?").param(connection).query(Long.class).single();
        begin(job, plan, minutesAgo);
        return job;
    }

    private void begin(long job, long plan, int minutesAgo) {
        db.sql("update job set plan_id = ?, plan_begun_at = current_timestamp - cast(? as integer) * interval '1' minute where id = ?").params(plan, minutesAgo, job).update();
    }

    private static NewPlan plan(String title) {
        String step = "{\"key\":\"a\",\"title\":\"%s\",\"mode\":\"create\",\"call\":{\"path\":\"/a\",\"body\":{\"amount\":1.50}}}".formatted(title);
        try {
            return new NewPlan("project:1", "push-project", null, JSON.readTree("{\"subject\":\"project:1\",\"system\":\"psa\",\"steps\":[" + step + "],\"warnings\":[]}"), NO_LINKS, null);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
