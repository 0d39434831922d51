package io.scopebridge.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Covers the entries from before there were chains: once, when the first chains begin. */
class AuditStart {

    static final int BATCH = 1_000;

    private final JdbcClient db;
    private final ChainHash hash;
    private final TransactionTemplate transactions;

    AuditStart(JdbcClient db, ChainHash hash, TransactionTemplate transactions) {
        this.db = db;
        this.hash = hash;
        this.transactions = transactions;
    }

    /**
     * @param last the id of the newest of them
     * @param at   when it was written
     */
    record Former(long entries, long last, Instant at) {

        @Override
        public String toString() {
            return entries + " from before the chains, up to entry " + last + " of " + at.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    /** The entries from before there were chains, if any. */
    static Optional<Former> former(JdbcClient db) {
        return db.sql("select count(*) as entries, max(id) as last, max(at) as at from audit_entry where id in (select entry_id from audit_start) having count(*) > 0")
            .query((row, n) -> new Former(row.getLong("entries"), row.getLong("last"), row.getObject("at", OffsetDateTime.class).toInstant())).optional();
    }

    record Entry(long id, AuditRow row) {
    }

    /**
     * @param first whether there were no chains before; otherwise these entries belong to earlier ones
     * @return the hash that the chains begin with
     */
    String cover(boolean first) {
        String last = hash.origin();
        List<Entry> entries = first ? after(db, Long.MIN_VALUE) : List.of();
        while (!entries.isEmpty()) {
            List<Entry> batch = entries;
            String before = last;
            last = transactions.execute(status -> cover(batch, before));
            entries = after(db, batch.get(batch.size() - 1).id());
        }
        return last;
    }

    private String cover(List<Entry> batch, String before) {
        String last = before;
        for (Entry entry : batch) {
            last = hash.start(last, entry.id(), entry.row());
            db.sql("insert into audit_start (entry_id, hash) values (:id, :hash) on conflict do nothing").param("id", entry.id()).param("hash", last).update();
        }
        return last;
    }

    static List<Entry> after(JdbcClient db, long id) {
        return db.sql("select * from audit_entry where hash is null and id > :after order by id fetch first " + BATCH + " rows only").param("after", id)
            .query((row, n) -> new Entry(row.getLong("id"), AuditRow.of(row))).list();
    }
}
