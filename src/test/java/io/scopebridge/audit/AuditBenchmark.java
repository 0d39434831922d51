package io.scopebridge.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.scopebridge.database.Databases;
import io.scopebridge.secret.HubSecrets;
import io.scopebridge.secret.SecretBox;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries of the audit trail, each in a transaction of its own, over 20 connections: as chained links against a bare insert, in turn. */
class AuditBenchmark {

    private static final int ENTRIES = Integer.getInteger("benchmark.entries", 4_000);
    private static final int ROUNDS = 5;
    private static final int WRITERS = 20;

    @Test
    void onH2(@TempDir Path home) throws Exception {
        measure("h2", "jdbc:h2:file:" + home.resolve("audit").toAbsolutePath() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;MAX_LENGTH_INPLACE_LOB=32768", "sa");
    }

    @Test
    void onPostgres() throws Exception {
        measure("postgresql", Databases.freshPostgres(), "postgres");
    }

    private static void measure(String vendor, String url, String user) throws Exception {
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            source.setUsername(user);
            source.setPassword("");
            source.setMaximumPoolSize(WRITERS);
            Flyway.configure().dataSource(source).locations("classpath:db/migration", "classpath:db/" + vendor).load().migrate();
            JdbcClient db = JdbcClient.create(source);
            db.sql("create table bare_entry as select * from audit_entry where id < 0").update();
            TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
            AuditTrail trail = new AuditTrail(db, new ObjectMapper(), new AuditChain(db, new HubSecrets(db, new SecretBox(new byte[32])), transactions), transactions);
            List<double[]> bare = new ArrayList<>();
            List<double[]> chained = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                double[] one = round(entry -> transactions.executeWithoutResult(status -> insert(db, AuditRow.of(entry))));
                double[] other = round(trail::add);
                // The first warms up.
                if (round > 0) {
                    bare.add(one);
                    chained.add(other);
                }
            }
            System.out.printf("%s, %d entries, %d writers, medians of %d rounds in turn: bare %.0f a second, p99 %.1f ms; chained %.0f a second, p99 %.1f ms%n", vendor, ENTRIES, WRITERS, ROUNDS,
                median(bare, 0), median(bare, 1), median(chained, 0), median(chained, 1));
        }
    }

    private static void insert(JdbcClient db, AuditRow row) {
        db.sql("insert into bare_entry (id, at, who, role, action, connection_id, subject, reason, outcome, status, details) values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .params(row.at().atOffset(ZoneOffset.UTC), row.who(), row.role(), row.action(), row.connection(), row.subject(), row.reason(), row.outcome(), row.status(), row.details()).update();
    }

    private static double[] round(Consumer<AuditEntry> write) throws Exception {
        AuditEntry entry = new AuditEntry(0, null, "webhook", null, "job.push-project", "contoso", "project:1", null, AuditEntry.Outcome.DONE, null, new ObjectMapper().createObjectNode().put("location", "/api/jobs/1"));
        AtomicInteger left = new AtomicInteger(ENTRIES);
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        long from = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) all.add(writers.submit(() -> {
            while (left.getAndDecrement() > 0) {
                long start = System.nanoTime();
                write.accept(entry);
                times.add(System.nanoTime() - start);
            }
        }));
        for (Future<?> one : all) one.get();
        double seconds = (System.nanoTime() - from) / 1e9;
        writers.shutdown();
        return new double[] {ENTRIES / seconds, times.stream().sorted().skip(ENTRIES * 99L / 100).findFirst().orElseThrow() / 1e6};
    }

    private static double median(List<double[]> rounds, int of) {
        return rounds.stream().map(round -> round[of]).sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
    }
}
