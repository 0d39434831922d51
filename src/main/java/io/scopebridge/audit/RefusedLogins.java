package io.scopebridge.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.database.Upsert;
import io.scopebridge.log.LogKey;
import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The table refused_login: strangers decide how many there are, so they are counted by minute, address and name, and written together.
 * A kill loses the counts of the last seconds.
 */
@Repository
class RefusedLogins {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedLogins.class);

    /** Rows until the next write; further names and addresses are counted as one. */
    static final int MOST_ROWS = 100;
    static final String OTHERS = "(others)";
    private static final long EVERY_MILLIS = 15_000;

    private record Key(Instant minute, String address, String name) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::minute).thenComparing(Key::address).thenComparing(Key::name);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Count(Instant first, Instant last, int times) {

        Count and(Count more) {
            return new Count(first, more.last, times + more.times);
        }
    }

    private final JdbcClient db;
    private final TransactionOperations transactions;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<Key, Count> unwritten = new LinkedHashMap<>();

    @Autowired
    RefusedLogins(JdbcClient db, TransactionOperations transactions, ObjectMapper json) {
        this(db, transactions, json, Clock.systemUTC());
    }

    RefusedLogins(JdbcClient db, TransactionOperations transactions, ObjectMapper json, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    void count(String address, String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Key key = new Key(now.truncatedTo(ChronoUnit.MINUTES), AuditRow.kept(address, 64), AuditRow.kept(name, 200));
        synchronized (unwritten) {
            if (unwritten.size() >= MOST_ROWS && !unwritten.containsKey(key)) key = new Key(key.minute(), OTHERS, OTHERS);
            unwritten.merge(key, new Count(now, now, 1), Count::and);
        }
    }

    @PreDestroy
    @Scheduled(fixedDelay = EVERY_MILLIS)
    void write() {
        Map<Key, Count> counts;
        synchronized (unwritten) {
            // In one order on all nodes, so that none waits for rows of another that waits for its own.
            counts = new TreeMap<>(unwritten);
            unwritten.clear();
        }
        if (counts.isEmpty()) return;
        try {
            transactions.executeWithoutResult(status -> counts.forEach(this::write));
        } catch (RuntimeException e) {
            synchronized (unwritten) {
                unwritten.forEach((key, count) -> counts.merge(key, count, Count::and));
                unwritten.clear();
                unwritten.putAll(counts);
            }
            throw e;
        }
    }

    private void write(Key key, Count count) {
        Upsert.write(
            db.sql("update refused_login set times = times + :times, last_at = :last where in_minute = :minute and address = :address and name = :name")
                .param("times", count.times()).param("last", utc(count.last())).param("minute", utc(key.minute())).param("address", key.address()).param("name", key.name()),
            db.sql("insert into refused_login (at, last_at, in_minute, address, name, times) values (:first, :last, :minute, :address, :name, :times) on conflict do nothing")
                .param("first", utc(count.first())).param("last", utc(count.last())).param("minute", utc(key.minute())).param("address", key.address())
                .param("name", key.name()).param("times", count.times()));
    }

    /** As entries of the trail with negative ids, the newest first. */
    List<AuditEntry> page(AuditTrail.Filter filter, LogKey after, int limit) {
        boolean none = filter.connectionId() != null || filter.subject() != null || filter.id() != null && filter.id() >= 0
            || filter.action() != null && !filter.action().equals("login") || filter.outcome() != null && filter.outcome() != AuditEntry.Outcome.REFUSED;
        if (none) return List.of();
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("The latest refused logins are not written yet and will be missing on this page: {}", e.getMessage());
        }
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        AuditTrail.and(conditions, values, "id = ?", filter.id() == null ? null : -filter.id());
        AuditTrail.and(conditions, values, "name = ?", filter.who());
        AuditTrail.and(conditions, values, "at >= ?", utc(filter.from()));
        AuditTrail.and(conditions, values, "at < ?", utc(filter.to()));
        if (after != null) {
            AuditTrail.and(conditions, values, "at <= ?", utc(after.at()));
            AuditTrail.and(conditions, values, "(at < ? or id > ?)", utc(after.at()));
            values.add(-after.id());
        }
        return db.sql("select * from refused_login where " + String.join(" and ", conditions) + " order by at desc, id limit " + limit).params(values).query(this::entry).list();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        ObjectNode details = json.createObjectNode().put("times", row.getInt("times")).put("address", row.getString("address"))
            .put("lastAt", row.getObject("last_at", OffsetDateTime.class).toInstant().toString());
        return new AuditEntry(-row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("name"), null, "login", null, null, null,
            AuditEntry.Outcome.REFUSED, null, details);
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
