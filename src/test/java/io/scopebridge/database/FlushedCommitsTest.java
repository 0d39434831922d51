package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.scopebridge.group.Fast;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a commit of the embedded database promises, and what it costs those that promise nothing. */
@Fast
class FlushedCommitsTest {

    private static final String SETTINGS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE";

    private Path folder;
    private HikariDataSource pool;
    private PatientDataSource database;

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        FullDisk.register();
        pool = new HikariDataSource();
        pool.setJdbcUrl(EmbeddedUrl.ours("jdbc:h2:full:" + folder.resolve("open") + SETTINGS + ";WRITE_DELAY=0"));
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMaximumPoolSize(20);
        database = new PatientDataSource(pool, new DatabaseState(), Duration.ofSeconds(10));
        run("create table kept (id integer primary key, text varchar)");
    }

    @AfterEach
    void close() {
        FullDisk.full(false);
        pool.close();
    }

    private interface Writes {

        void with(Connection connection) throws Exception;
    }

    private record Way(String name, Writes writes) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Way> ways() {
        return Stream.of(
            new Way("a transaction", connection -> {
                connection.setAutoCommit(false);
                update(connection, "insert into kept values (1, 'x')");
                connection.commit();
            }),
            new Way("a transaction ended by auto-commit", connection -> {
                connection.setAutoCommit(false);
                update(connection, "insert into kept values (1, 'x')");
                connection.setAutoCommit(true);
            }),
            new Way("an update", connection -> update(connection, "insert into kept values (1, 'x')")),
            new Way("a statement of any kind", connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("insert into kept values (1, 'x')");
                }
            }),
            new Way("a prepared statement", connection -> {
                try (var statement = connection.prepareStatement("insert into kept values (?, 'x')", Statement.RETURN_GENERATED_KEYS)) {
                    statement.setInt(1, 1);
                    statement.execute();
                }
            }),
            new Way("a batch", connection -> {
                try (var statement = connection.prepareStatement("insert into kept values (?, 'x')")) {
                    statement.setInt(1, 1);
                    statement.addBatch();
                    statement.executeBatch();
                }
            }),
            new Way("a merge, counted in a long", connection -> {
                try (var statement = connection.prepareStatement("merge into kept using (values (1)) one (n) on id = n when not matched then insert values (n, 'x')")) {
                    statement.executeLargeUpdate();
                }
            }),
            new Way("a batch of which a row is refused", connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.addBatch("insert into kept values (1, 'x')");
                    statement.addBatch("insert into kept values (1, 'x')");
                    assertThatThrownBy(statement::executeBatch).hasMessageContaining("primary key");
                }
            }),
            new Way("a query of what it inserts", connection -> {
                try (var statement = connection.prepareStatement("select id from final table (insert into kept values (1, 'x'))"); ResultSet row = statement.executeQuery()) {
                    assertThat(row.next()).isTrue();
                }
            }),
            new Way("a table made of rows", connection -> {
                update(connection, "drop table kept");
                update(connection, "create table kept as select 1 as id");
            }));
    }

    /** A copy of the file is what a kill would leave. */
    @ParameterizedTest
    @MethodSource("ways")
    void isInTheFileWhenItReturns(Way way) throws Exception {
        try (Connection connection = database.getConnection()) {
            way.writes.with(connection);
            assertThat(idsInACopy()).containsExactly(1);
        }
    }

    /** It found the row of another and answers by it, as a repeated webhook does. */
    @Test
    void whatARolledBackTransactionFoundIsInTheFile() throws Exception {
        try (Connection other = pool.getConnection(); Connection connection = database.getConnection()) {
            update(other, "insert into kept values (1, 'x')");
            assertThat(idsInACopy()).as("the other's own commit has not ended").isEmpty();
            connection.setAutoCommit(false);
            update(connection, "insert into kept values (1, 'y') on conflict do nothing");
            connection.rollback();
            assertThat(idsInACopy()).containsExactly(1);
        }
    }

    /** As when one asks for what another has just begun: it answers with the row of the other. */
    @ParameterizedTest
    @ValueSource(strings = {"insert into kept values (1, 'y') on conflict do nothing", "update kept set text = 'y' where id = 99", "select * from kept"})
    void whatATransactionFoundIsInTheFile(String sql) throws Exception {
        try (Connection other = pool.getConnection(); Connection connection = database.getConnection()) {
            update(other, "insert into kept values (1, 'x')");
            if (!sql.startsWith("select")) {
                update(connection, sql);
                assertThat(idsInACopy()).containsExactly(1);
                update(other, "insert into kept values (2, 'x')");
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            connection.commit();
            assertThat(store().hasUnsavedChanges()).isFalse();
            assertThat(idsInACopy()).contains(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"select * from kept", " ( values (1) )", "with one as (select 1) select * from one"})
    void whatOnlyReadsDoesNotFlush(String sql) throws Exception {
        try (Connection other = pool.getConnection(); Connection connection = database.getConnection()) {
            update(other, "insert into kept values (1, 'x')");
            assertThat(store().hasUnsavedChanges()).isTrue();

            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                statement.executeQuery(sql).close();
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                statement.execute(sql);
                connection.commit();
            }
            assertThat(store().hasUnsavedChanges()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with one as (select 1) insert into kept select * from one", "explain analyze delete from kept", "values (1); delete from kept",
        "call next_value()", "create table other (id integer)"})
    void inDoubtAStatementWrites(String sql) {
        assertThat(StatementKind.onlyReads(sql)).isFalse();
    }

    /** Each new connection applies the settings of its URL to the whole database. */
    @Test
    void newConnectionsLeaveTheWritingToTheHub() throws Exception {
        int delay = store().getFileStore().getAutoCommitDelay();
        List<Connection> connections = new ArrayList<>();
        for (int number = 0; number < 20; number++) connections.add(pool.getConnection());
        assertThat(store().getFileStore().getAutoCommitDelay()).isEqualTo(delay).isGreaterThan(1_000_000);
        for (Connection connection : connections) connection.close();
        assertThat(EmbeddedUrl.ours("jdbc:h2:tcp://db/hub;WRITE_DELAY=10")).isEqualTo("jdbc:h2:tcp://db/hub;WRITE_DELAY=10");
    }

    @Test
    void manyCommitsShareAFlush() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            FullDisk.busyUntil(free);
            long before = store().getCurrentVersion();
            List<Future<?>> commits = new ArrayList<>();
            for (int id = 0; id < 15; id++) {
                String insert = "insert into kept values (" + id + ", 'x')";
                commits.add(threads.submit(() -> {
                    run(insert);
                    return null;
                }));
            }
            Awaitility.await().until(() -> rows() == 15);
            assertThat(commits).noneMatch(Future::isDone);

            free.countDown();
            for (Future<?> commit : commits) commit.get();
            assertThat(store().getCurrentVersion() - before).as("writes of the file").isLessThanOrEqualTo(3);
            assertThat(idsInACopy()).hasSize(15);
        } finally {
            free.countDown();
            threads.shutdown();
        }
    }

    @Test
    void aCommitThatCannotBeWrittenFails() throws Exception {
        try (Connection connection = database.getConnection()) {
            FullDisk.full(true);
            assertThatThrownBy(() -> update(connection, "insert into kept values (1, 'x')")).satisfies(error -> assertThat(DatabaseUnavailable.causes(error)).isTrue())
                .hasMessageContaining("not written");
            FullDisk.full(false);
            assertThat(idsInACopy()).isEmpty();
        }
    }

    private void run(String sql) throws Exception {
        try (Connection connection = database.getConnection()) {
            update(connection, sql);
        }
    }

    private static void update(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long rows() throws Exception {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select count(*) from kept")) {
            row.next();
            return row.getLong(1);
        }
    }

    private MVStore store() {
        return database.commits().open().orElseThrow().store();
    }

    private List<Integer> idsInACopy() throws Exception {
        Files.copy(folder.resolve("open.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        List<Integer> ids = new ArrayList<>();
        try (Connection copy = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("copy") + SETTINGS, "sa", "");
             ResultSet row = copy.createStatement().executeQuery("select id from kept")) {
            while (row.next()) ids.add(row.getInt(1));
        }
        return ids;
    }
}
