package io.scopebridge.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.scopebridge.database.Databases;
import io.scopebridge.secret.HubSecrets;
import io.scopebridge.secret.SecretBox;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Entries of the audit trail, each in a transaction of its own, by 1, 8 and 32 writers with a connection each: as chained links against a plain
 * insert into the same table without chains but with its indexes, and a bare insert into one without indexes, in turn.
 */
class AuditBenchmark {

    private static final int ENTRIES = Integer.getInteger("benchmark.entries", 4_000);
    private static final int ROUNDS = 5;
    /** Those of audit_entry, apart from its key and that of the chains. */
    private static final List<String> INDEXES = List.of("at desc, id desc", "who, at desc, id desc", "action, at desc, id desc", "connection_id, at desc, id desc", "subject, at desc, id desc");
    private static final List<Integer> WRITERS = List.of(1, 8, 32);

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
            source.setMaximumPoolSize(WRITERS.get(WRITERS.size() - 1));
            Flyway.configure().dataSource(source).locations("classpath:db/migration", "classpath:db/" + vendor).load().migrate();
            JdbcClient db = JdbcClient.create(source);
            for (String table : List.of("bare_entry", "plain_entry")) db.sql("create table " + table + " as select * from audit_entry where id < 0").update();
            db.sql("create unique index plain_entry_id on plain_entry (id)").update();
            for (String columns : INDEXES) db.sql("create index plain_entry_" + INDEXES.indexOf(columns) + " on plain_entry (" + columns + ")").update();
            TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
            AuditTrail trail = new AuditTrail(db, new ObjectMapper(), new AuditChain(db, new HubSecrets(db, new SecretBox(new byte[32])), transactions), transactions);
            Map<String, Consumer<AuditEntry>> sides = new LinkedHashMap<>();
            sides.put("bare", entry -> transactions.executeWithoutResult(status -> insert(db, "bare_entry", AuditRow.of(entry))));
            sides.put("plain", entry -> transactions.executeWithoutResult(status -> insert(db, "plain_entry", AuditRow.of(entry))));
            sides.put("chained", trail::add);
            for (int writers : WRITERS) measure(vendor, writers, sides);
        }
    }

    private static void measure(String vendor, int writers, Map<String, Consumer<AuditEntry>> sides) throws Exception {
        Map<String, List<double[]>> rounds = new LinkedHashMap<>();
        // The first warms up.
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, Consumer<AuditEntry>> side : sides.entrySet()) {
                double[] measured = round(writers, side.getValue());
                if (round > 0) rounds.computeIfAbsent(side.getKey(), any -> new ArrayList<>()).add(measured);
            }
        }
        rounds.forEach((side, measured) -> System.out.printf("%s, %d entries, %d writers, medians of %d rounds in turn: %s %.0f a second, p50 %.2f, p99 %.2f ms%n",
            vendor, ENTRIES, writers, ROUNDS, side, median(measured, 0), median(measured, 1), median(measured, 2)));
    }

    private static void insert(JdbcClient db, String table, AuditRow row) {
        db.sql("insert into " + table + " (id, at, who, role, action, connection_id, subject, reason, outcome, status, details) values (nextval('audit_number'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .params(row.at().atOffset(ZoneOffset.UTC), row.who(), row.role(), row.action(), row.connection(), row.subject(), row.reason(), row.outcome(), row.status(), row.details()).update();
    }

    private static double[] round(int threads, Consumer<AuditEntry> write) throws Exception {
        AuditEntry entry = new AuditEntry(0, null, "webhook", null, "job.push-project", "contoso", "project:1", null, AuditEntry.Outcome.DONE, null, new ObjectMapper().createObjectNode().put("location", "/api/jobs/1"));
        AtomicInteger left = new AtomicInteger(ENTRIES);
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        long from = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) all.add(writers.submit(() -> {
            while (left.getAndDecrement() > 0) {
                long start = System.nanoTime();
                write.accept(entry);
                times.add(System.nanoTime() - start);
            }
        }));
        for (Future<?> one : all) one.get();
        double seconds = (System.nanoTime() - from) / 1e9;
        writers.shutdown();
        List<Long> sorted = times.stream().sorted().toList();
        return new double[] {ENTRIES / seconds, sorted.get(ENTRIES / 2) / 1e6, sorted.get(ENTRIES * 99 / 100) / 1e6};
    }

    private static double median(List<double[]> rounds, int of) {
        return rounds.stream().map(round -> round[of]).sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
    }
}
