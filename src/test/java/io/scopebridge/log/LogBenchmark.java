package io.scopebridge.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a page of the log takes among a million rows; no part of the suite:
 * {@code mvn test -Dtest=LogBenchmark -Dsurefire.failIfNoSpecifiedTests=false}, with {@code -DlogRows=100000} for fewer.
 */
class LogBenchmark {

    private static final int ROWS = Integer.getInteger("logRows", 1_000_000);
    private static final int TIMES = 200;
    private static final int WARM = 20;
    private static final String BARE = "select id from log_entry where connection_id = ? and state = ? order by connection_id, state, last_at desc, id desc limit 50";

    private final Random random = new Random(42);

    @Test
    void onH2(@TempDir Path folder) throws Exception {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("log").toAbsolutePath()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
        Databases.migrate(pool, "h2");
        JdbcClient db = JdbcClient.create(pool);
        measure("H2", db, "select \"X\" as n from system_range(%d, %d)");
        pool.dispose();
    }

    @Test
    void onPostgres() throws Exception {
        JdbcClient db = JdbcClient.create(Databases.postgres());
        measure("PostgreSQL", db, "select n from generate_series(%d, %d) n");
    }

    private void measure(String name, JdbcClient db, String numbers) throws Exception {
        long begin = System.nanoTime();
        ManyLogRows.writeThenIndex(db, numbers, ROWS);
        print("%s: %,d rows written in %d s".formatted(name, ROWS, (System.nanoTime() - begin) / 1_000_000_000));
        db.sql("analyze").update();
        LogSearch search = new LogSearch(db);
        Supplier<Object> bare = () -> db.sql(BARE).params(connection(), "OPEN").query(Long.class).list();
        time("bare SQL by an index", bare);
        time("first page", () -> search.page(LogFilter.ALL, 50, null));
        filters().forEach((one, first) -> {
            time(one, () -> search.page(filter(Map.of(one, first.get())), 50, null));
            filters().forEach((other, second) -> {
                if (one.compareTo(other) < 0) time(one + " + " + other, () -> search.page(filter(Map.of(one, first.get(), other, second.get())), 50, null));
            });
        });
        filters().forEach((one, first) -> {
            LogFilter same = filter(Map.of(one, first.get()));
            Iterator<LogKey> pages = pages(search, same);
            time("next page of " + one, () -> search.page(same, 50, pages.next()));
        });
        time("count of everything", () -> search.count(LogFilter.ALL));
        time("count of a tenant", () -> search.count(filter(Map.of("connection", connection()))));
        time("bare SQL by an index", bare);
    }

    private Map<String, Supplier<String>> filters() {
        Map<String, Supplier<String>> filters = new LinkedHashMap<>();
        filters.put("connection", this::connection);
        filters.put("flow", () -> ManyLogRows.FLOWS.get(random.nextInt(ManyLogRows.FLOWS.size())));
        filters.put("class", () -> List.of("AUTHENTICATION", "BUG", "VALIDATION", "PERMISSION", "DUPLICATE").get(random.nextInt(5)));
        filters.put("state", () -> random.nextBoolean() ? "OPEN" : "RESOLVED");
        filters.put("subject", () -> random.nextInt(4) == 0 ? "opportunities" : "project:" + random.nextInt(50_000));
        filters.put("text", () -> random.nextBoolean() ? "refused" : "part " + random.nextInt(70_000));
        filters.put("from", () -> time(random.nextInt(ROWS)));
        filters.put("to", () -> time(random.nextInt(ROWS)));
        return filters;
    }

    private String connection() {
        return ManyLogRows.connection(random.nextInt(3) == 0 ? 0 : random.nextInt(ManyLogRows.CONNECTIONS));
    }

    private static String time(int row) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(20L * row).toString();
    }

    private static LogFilter filter(Map<String, String> by) {
        return new LogParameters(by.get("connection"), by.get("flow"), by.get("class"), by.get("state"), by.get("subject"), by.get("text"), by.get("from"), by.get("to"), by.get("problem")).filter();
    }

    /** From somewhere far back on, as somebody reaches them who goes on and on. */
    private Iterator<LogKey> pages(LogSearch search, LogFilter filter) {
        List<LogKey> keys = new ArrayList<>();
        LogKey at = null;
        while (keys.size() < TIMES + WARM) {
            at = at == null ? new LogKey(Instant.parse(time(random.nextInt(ROWS))), Long.MAX_VALUE) : search.page(filter, 50, at).next();
            if (at != null) keys.add(at);
        }
        return keys.iterator();
    }

    private static void time(String what, Supplier<Object> query) {
        for (int i = 0; i < WARM; i++) query.get();
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            assertThat(query.get()).isNotNull();
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        print("%-28s p50 %7.2f ms   p95 %7.2f ms".formatted(what, nanos[TIMES / 2] / 1e6, nanos[TIMES * 95 / 100] / 1e6));
    }

    @SuppressWarnings("java:S106")
    private static void print(String line) {
        System.out.println(line);
    }
}
