package io.scopebridge.log;

import static io.scopebridge.failure.FailureClass.BUG;
import static io.scopebridge.failure.FailureClass.TRANSIENT;
import static io.scopebridge.failure.FailureClass.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.failure.Failure;
import io.scopebridge.group.StartsServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@StartsServer
class FailureLogTest {

    @Nested
    class OnH2 extends Promises {

        @Override
        String vendor() {
            return "h2";
        }

        @Override
        DataSource open() {
            JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:log;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", "sa", "");
            closing.add(pool::dispose);
            return pool;
        }

        @Override
        String numbers() {
            return "select \"X\" as n from system_range(%d, %d)";
        }
    }

    @Nested
    class OnPostgres extends Promises {

        private static final DriverManagerDataSource DATABASE = new DriverManagerDataSource();

        @BeforeAll
        static void start() {
            DATABASE.setUrl(Databases.freshPostgres());
            DATABASE.setUsername("postgres");
        }

        @Override
        String vendor() {
            return "postgresql";
        }

        @Override
        DataSource open() {
            JdbcClient.create(DATABASE).sql("drop schema public cascade; create schema public").update();
            return DATABASE;
        }

        @Override
        String numbers() {
            return "select n from generate_series(%d, %d) n";
        }
    }

    abstract static class Promises {

        final List<AutoCloseable> closing = new ArrayList<>();
        private DataSource database;
        private FailureLog log;
        private LogSearch search;

        abstract DataSource open() throws Exception;

        abstract String numbers();

        abstract String vendor();

        @BeforeEach
        void migrate() throws Exception {
            database = open();
            Databases.migrate(database, vendor());
            Databases.addConnection(database, "acme", "autotask");
            JdbcClient.create(database).sql("insert into job (id, connection_id, flow, subject, payload, source, state, due_at) "
                    + "values (7, 'acme', 'push-project', 'project:1', '{}', 'api', 'RUNNING', current_timestamp)").update();
            log = new FailureLog(JdbcClient.create(database));
            search = new LogSearch(JdbcClient.create(database));
        }

        @AfterEach
        void close() throws Exception {
            for (AutoCloseable open : closing) {
                open.close();
            }
        }

        private static FailedWork work(String subject, String step, String cause, String request) {
            return new FailedWork("acme", "push-project", subject, step, 7L,
                    new Failure(VALIDATION, cause, "Shorten the name.", "name", null, request, "HTTP 400"), "{}", null);
        }

        @Test
        void whatAJobWritesAfterItWasDeletedWithItsConnectionIsNotKept() {
            JdbcClient.create(database).sql("delete from connection where id = 'acme'").update();
            Databases.addConnection(database, "acme", "autotask");

            assertThat(log.write(work("project:1", "ticket:5", "The name is too long.", "POST /a"))).isZero();

            assertThat(log.newest(10)).isEmpty();
        }

        @Test
        void theSameOpenFailureIsCountedWithItsNewestRequest() {
            long first = log.write(work("project:1", "ticket:5", "The name is too long.", "POST /a"));
            long second = log.write(work("project:1", "ticket:5", "The name is too long.", "POST /b"));
            assertThat(second).isEqualTo(first);
            assertThat(log.get(first)).satisfies(entry -> {
                assertThat(entry.occurrences()).isEqualTo(2);
                assertThat(entry.request()).isEqualTo("POST /b");
                assertThat(entry.field()).isEqualTo("name");
                assertThat(entry.jobId()).isEqualTo(7);
                assertThat(entry.lastAt()).isAfterOrEqualTo(entry.createdAt());
            });
        }

        @Test
        void anotherStepCauseOrSubjectIsAnotherEntry() {
            log.write(work("project:1", "ticket:5", "a", null));
            log.write(work("project:1", "ticket:6", "a", null));
            log.write(work("project:1", "ticket:5", "b", null));
            log.write(work("project:2", "ticket:5", "a", null));
            log.write(work("project:2", null, "a", null));
            assertThat(found(LogFilter.ALL)).hasSize(5);
        }

        @Test
        void manyWritersLeaveOneEntryThatCountsThemAll() throws Exception {
            ExecutorService writers = Executors.newFixedThreadPool(8);
            List<Callable<Long>> writes = LongStream.range(0, 80)
                    .<Callable<Long>>mapToObj(i -> () -> log.write(work("project:1", null, "Refused.", "POST /" + i))).toList();
            long distinctIds = 0;
            List<Long> ids = new ArrayList<>();
            for (Future<Long> write : writers.invokeAll(writes)) {
                ids.add(write.get());
            }
            writers.shutdown();
            distinctIds = ids.stream().distinct().count();
            assertThat(distinctIds).isEqualTo(1);
            assertThat(found(LogFilter.ALL)).singleElement().extracting(LogEntry::occurrences).isEqualTo(80);
        }

        @Test
        void whatSucceededIsResolvedAndFailsAnewAsANewEntry() {
            long first = log.write(work("project:1", "ticket:5", "a", null));
            log.write(work("project:2", "ticket:5", "a", null));
            assertThat(log.resolve("acme", "push-project", "project:1", "ticket:6")).isZero();
            assertThat(log.resolve("acme", "push-project", "project:1", null)).isEqualTo(1);
            assertThat(log.get(first)).satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(LogState.RESOLVED);
                assertThat(entry.resolvedAt()).isNotNull();
            });
            assertThat(log.write(work("project:1", "ticket:5", "a", null))).isGreaterThan(first);
            assertThat(found(new LogFilter("acme", null, null, LogState.OPEN, null, null, null, null))).hasSize(2);
        }

        @Test
        void aFailureOfNoConnectionAndNoSubjectIsKeptCountedAndResolved() {
            FailedWork work = new FailedWork(null, "schedule", null, null, null, Failure.of(TRANSIENT, "No database.", "Wait."), null, null);
            assertThat(log.write(work)).isEqualTo(log.write(work));
            assertThat(log.resolve(null, "schedule", null, null)).isEqualTo(1);
        }

        @Test
        void theListPagesFromTheNewestAndFilters() {
            for (int i = 1; i <= 5; i++) {
                log.write(work("project:" + i, null, "50% of project_" + i + " Failed", null));
            }
            log.write(new FailedWork("other", "poll", null, null, null, Failure.of(BUG, "Broken.", "Mend."), null, new IllegalStateException("x")));
            LogPage first = search.page(LogFilter.ALL, 4, null);
            LogPage second = search.page(LogFilter.ALL, 4, first.next());
            assertThat(first.entries()).extracting(LogEntry::subject).containsExactly(null, "project:5", "project:4", "project:3");
            assertThat(second.entries()).extracting(LogEntry::subject).containsExactly("project:2", "project:1");
            assertThat(second.next()).isNull();
            assertThat(found(LogFilter.containing("PROJECT_3 failed"))).hasSize(1);
            assertThat(found(LogFilter.containing("5% of"))).isEmpty();
            assertThat(found(LogFilter.containing("50% of"))).hasSize(5);
            assertThat(found(new LogFilter("other", "poll", BUG, LogState.OPEN, null, "broken", null, null))).hasSize(1);
            Instant later = first.entries().get(0).lastAt().plusSeconds(60);
            assertThat(found(new LogFilter(null, null, null, null, null, null, later, null))).isEmpty();
            assertThat(found(new LogFilter(null, null, null, null, null, null, null, later))).hasSize(6);
            assertThat(search.count(LogFilter.ALL)).isEqualTo(new LogCount(6, false));
            assertThat(search.count(LogFilter.containing("50% of"))).isEqualTo(new LogCount(5, false));
        }

        @Test
        void whatHappensAgainIsTheNewest() throws Exception {
            long first = log.write(work("project:1", null, "a", null));
            Thread.sleep(2);
            log.write(work("project:2", null, "a", null));
            Thread.sleep(2);
            log.write(work("project:1", null, "a", null));
            assertThat(found(LogFilter.ALL)).first().extracting(LogEntry::id).isEqualTo(first);
        }

        /** Whatever is combined, and however small the pages: the same rows as a plain look at each row gives. */
        @Test
        void everyCombinationOfFiltersFindsExactlyItsRows() {
            ManyLogRows.write(JdbcClient.create(database), numbers(), 1_000);
            List<LogEntry> all = found(LogFilter.ALL);
            assertThat(all).hasSize(1_000);
            LogEntry some = all.get(411);
            for (int chosen = 0; chosen < 256; chosen++) {
                int bits = chosen;
                LogFilter filter = new LogFilter(bit(bits, 0, some.connectionId()), bit(bits, 1, some.flow()), bit(bits, 2, some.type()), bit(bits, 3, some.state()),
                        bit(bits, 4, some.subject()), bit(bits, 5, "the value of SUMMARY"), bit(bits, 6, some.lastAt().minusSeconds(3_000)), bit(bits, 7, some.lastAt().plusSeconds(3_000)));
                List<Long> expected = all.stream().filter(entry -> fits(entry, filter)).map(LogEntry::id).toList();
                assertThat(found(filter)).as("%s", filter).extracting(LogEntry::id).containsExactlyElementsOf(expected);
                LogCount count = search.count(filter);
                assertThat(count.count()).isBetween(count.atLeast() ? 0L : expected.size(), (long) expected.size());
            }
        }

        private static <T> T bit(int bits, int position, T value) {
            return (bits >> position & 1) == 1 ? value : null;
        }

        private static boolean fits(LogEntry entry, LogFilter filter) {
            return (filter.connectionId() == null || filter.connectionId().equals(entry.connectionId())) && (filter.flow() == null || filter.flow().equals(entry.flow()))
                    && (filter.type() == null || filter.type() == entry.type()) && (filter.state() == null || filter.state() == entry.state())
                    && (filter.subject() == null || filter.subject().equals(entry.subject()))
                    && (filter.text() == null || entry.cause().toLowerCase().contains(filter.text().toLowerCase()))
                    && (filter.from() == null || !entry.lastAt().isBefore(filter.from())) && (filter.to() == null || entry.lastAt().isBefore(filter.to()));
        }

        private List<LogEntry> found(LogFilter filter) {
            List<LogEntry> found = new ArrayList<>();
            LogKey after = null;
            do {
                LogPage page = search.page(filter, 150, after);
                found.addAll(page.entries());
                after = page.next();
            } while (after != null);
            return found;
        }

        @Test
        void credentialsDoNotReachTheTable() {
            long id = log.write(new FailedWork("acme", "push-project", null, null, null,
                    new Failure(BUG, "Refused for Basic eHl6OnNlY3JldA==", "Mend.", null, null,
                            "POST /x\nAuthorization: Basic eHl6OnNlY3JldA==\nSecret: tops3cret\n\n{\"privateKey\": \"tops3cret\", \"name\": \"Firewall\"}",
                            "client_id=a&client_secret=tops3cret&x=1"), "{\"clientSecret\":\"tops3cret\"}",
                    new IllegalStateException("https://me:tops3cret@example.com/ whsec_tops3cret")));
            assertThat(log.get(id).toString()).doesNotContain("tops3cret", "eHl6OnNlY3JldA").contains("Firewall", "client_id=a", "x=1");
        }

        @Test
        void aTextWithNulAndAVeryLongOneAreKept() {
            FailedWork work = new FailedWork("acme", "f".repeat(90), "s".repeat(300), null, null,
                    Failure.of(BUG, "a\0b", "Mend."), "p".repeat(FailureLog.LONGEST_TEXT + 10), null);
            assertThat(log.get(log.write(work))).satisfies(entry -> {
                assertThat(entry.cause()).isEqualTo("ab");
                assertThat(entry.payload()).hasSize(FailureLog.LONGEST_TEXT);
            });
        }
    }
}
