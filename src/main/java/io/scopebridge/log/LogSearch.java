package io.scopebridge.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds log entries. Any pair of filters is read from an index. For text, and for a third filter, entries are read newest first and
 * compared; at the time limit the page says how far the search got, and the next one continues from there.
 */
@Component
public class LogSearch {

    /** Counting stops here. */
    public static final int MOST_COUNTED = 10_000;
    private static final Duration TIME = Duration.ofMillis(15);
    private static final int FIRST_CHUNK = 100;
    private static final int LARGEST_CHUNK = 500;

    private final JdbcClient db;

    LogSearch(JdbcClient db) {
        this.db = db;
    }

    /** @param after the last entry of the previous page; null for the first page */
    public LogPage page(LogFilter filter, int limit, LogKey after) {
        Found found = keys(filter, limit, after, TIME);
        boolean whole = found.keys.size() > limit || found.end;
        List<LogKey> shown = found.keys.subList(0, Math.min(limit, found.keys.size()));
        LogKey next = found.keys.size() > limit ? shown.get(limit - 1) : found.end ? null : found.reached;
        return new LogPage(entries(shown, LogRows.SHORT_COLUMNS, false), next, whole ? null : found.reached.at());
    }

    /** Cheap: never counts beyond {@link #MOST_COUNTED}. */
    public LogCount count(LogFilter filter) {
        LogQuery query = new LogQuery(filter);
        if (query.exact()) {
            long found = query.count(db, MOST_COUNTED + 1);
            return new LogCount(Math.min(found, MOST_COUNTED), found > MOST_COUNTED);
        }
        Found found = keys(filter, MOST_COUNTED, null, TIME);
        return new LogCount(Math.min(found.keys.size(), MOST_COUNTED), found.keys.size() > MOST_COUNTED || !found.end);
    }

    /** Passes on every matching entry, newest first, a few in memory at a time. Has no time limit. */
    void each(LogFilter filter, boolean whole, Consumer<LogEntry> to) {
        int batch = whole ? 20 : 500;
        LogKey after = null;
        do {
            Found found = keys(filter, batch, after, null);
            List<LogKey> shown = found.keys.subList(0, Math.min(batch, found.keys.size()));
            entries(shown, whole ? "*" : LogRows.SHORT_COLUMNS, whole).forEach(to);
            after = found.keys.size() > batch ? shown.get(batch - 1) : null;
        } while (after != null);
    }

    /** One more than {@code limit} if there are more; {@code end} if there was nothing left to read. */
    private record Found(List<LogKey> keys, LogKey reached, boolean end) {
    }

    private Found keys(LogFilter filter, int limit, LogKey after, Duration time) {
        LogQuery query = new LogQuery(filter);
        if (query.exact()) {
            List<LogKey> keys = query.rows(db, after, limit + 1).stream().map(LogQuery.Row::key).toList();
            return new Found(keys, null, keys.size() <= limit);
        }
        long begin = System.nanoTime();
        List<LogKey> keys = new ArrayList<>();
        LogKey reached = after;
        for (int chunk = FIRST_CHUNK; ; chunk = Math.min(2 * chunk, LARGEST_CHUNK)) {
            List<LogQuery.Row> rows = query.rows(db, reached, chunk);
            rows.stream().filter(LogQuery.Row::hit).limit(limit + 1L - keys.size()).forEach(row -> keys.add(row.key()));
            if (keys.size() > limit || rows.size() < chunk) {
                return new Found(keys, reached, true);
            }
            reached = rows.get(chunk - 1).key();
            if (time != null && System.nanoTime() - begin > time.toNanos()) {
                return new Found(keys, reached, false);
            }
        }
    }

    private List<LogEntry> entries(List<LogKey> keys, String columns, boolean whole) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<Long, LogEntry> byId = db.sql("select " + columns + " from log_entry where id in (:ids)")
                .param("ids", keys.stream().map(LogKey::id).toList()).query(whole ? LogRows.WHOLE : LogRows.SHORT).list()
                .stream().collect(Collectors.toMap(LogEntry::id, Function.identity()));
        return keys.stream().map(key -> byId.get(key.id())).filter(entry -> entry != null).toList();
    }
}
