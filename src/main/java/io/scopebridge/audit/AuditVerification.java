package io.scopebridge.audit;

import io.scopebridge.secret.HubSecrets;
import io.scopebridge.secret.UnreadableSecret;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares every entry of the audit trail with its hash, and finds the first of each chain that was changed, removed or added past the hub. */
@Component
public class AuditVerification {

    /**
     * @param entry the id of the entry, or null if only entries after the last one are missing
     * @param what  a sentence
     */
    public record Break(Long entry, String what) {
    }

    /**
     * @param entries that were compared, up to the first break of each chain
     * @param limits  a sentence for each part of the trail that was covered later than it was written
     */
    public record Result(long entries, List<Break> breaks, List<String> limits) {

        /** The one with the lowest id. */
        public Optional<Break> first() {
            return breaks.stream().min(Comparator.comparing(one -> one.entry() == null ? Long.MAX_VALUE : one.entry()));
        }
    }

    private record Linked(long id, long link, String hash, AuditRow row) {
    }

    private record Head(int chain, long link, String hash, String seal) {
    }

    private final JdbcClient db;
    private final HubSecrets secrets;

    public AuditVerification(JdbcClient db, HubSecrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /** Sees one state of the database, also while hubs write. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Result verify() {
        List<Break> breaks = new ArrayList<>();
        Map<Integer, Head> heads = new HashMap<>();
        db.sql("select chain, link, hash, seal from audit_chain").query(Head.class).list().forEach(head -> heads.put(head.chain(), head));
        long entries = 0;
        int keys = secrets.count(AuditChain.PURPOSE);
        for (int number = 1; number <= keys; number++) {
            ChainHash hash;
            try {
                hash = new ChainHash(secrets.key(AuditChain.PURPOSE, number));
            } catch (UnreadableSecret e) {
                breaks.add(new Break(firstOf(number), "The entries with this key cannot be verified. " + e.getMessage()));
                for (int i = 0; i < AuditChain.CHAINS; i++) heads.remove(AuditChain.first(number) + i);
                continue;
            }
            StringBuilder start = new StringBuilder(hash.origin());
            if (number == 1) entries += start(hash, start, breaks);
            for (int i = 0; i < AuditChain.CHAINS; i++) entries += chain(hash, AuditChain.first(number) + i, heads.remove(AuditChain.first(number) + i), start.toString(), breaks);
        }
        if (keys == 0) noChains().ifPresent(breaks::add);
        orphans(keys).ifPresent(id -> breaks.add(new Break(id, "Entry " + id + " belongs to no chain of the hub: it was added or changed in the database.")));
        heads.keySet().forEach(chain -> breaks.add(new Break(null, "Chain " + chain + " is not one of the hub: it was added in the database.")));
        return new Result(entries, breaks, limits());
    }

    /** @param last the hash before and after */
    private long start(ChainHash hash, StringBuilder last, List<Break> breaks) {
        Map<Long, String> stored = new HashMap<>();
        db.sql("select entry_id, hash from audit_start").query((row, n) -> stored.put(row.getLong("entry_id"), row.getString("hash"))).list();
        long count = 0;
        long after = Long.MIN_VALUE;
        for (List<AuditStart.Entry> entries = AuditStart.after(db, after); !entries.isEmpty(); entries = AuditStart.after(db, after)) {
            for (AuditStart.Entry entry : entries) {
                after = entry.id();
                String expected = hash.start(last.toString(), entry.id(), entry.row());
                if (!ChainHash.same(expected, stored.remove(entry.id()))) {
                    breaks.add(new Break(entry.id(), "Entry " + entry.id() + ", or one before it, was changed, added or removed in the database."));
                    db.sql("select hash from audit_start order by entry_id desc fetch first 1 rows only").query(String.class).optional().ifPresent(newest -> set(last, newest));
                    return count;
                }
                set(last, expected);
                count++;
            }
        }
        stored.keySet().stream().min(Comparator.naturalOrder()).ifPresent(id -> {
            breaks.add(new Break(id, "Entry " + id + " was removed from the database."));
            set(last, db.sql("select hash from audit_start order by entry_id desc fetch first 1 rows only").query(String.class).single());
        });
        return count;
    }

    private long chain(ChainHash hash, int chain, Head head, String start, List<Break> breaks) {
        if (head == null) {
            breaks.add(new Break(null, "Chain " + chain + " has no newest link: it was removed from the database."));
            return 0;
        }
        String last = hash.first(start, chain);
        long link = 0;
        for (List<Linked> entries = after(chain, link); !entries.isEmpty(); entries = after(chain, link)) {
            for (Linked entry : entries) {
                if (entry.link() != link + 1) {
                    breaks.add(new Break(entry.id(), "Before entry " + entry.id() + ", " + (entry.link() - link - 1) + " entries of its chain were removed from the database."));
                    return link;
                }
                String expected = hash.link(last, chain, entry.link(), entry.id(), entry.row());
                if (!ChainHash.same(expected, entry.hash())) {
                    breaks.add(new Break(entry.id(), "Entry " + entry.id() + " was changed or added in the database."));
                    return link;
                }
                last = expected;
                link = entry.link();
            }
        }
        if (head.link() != link || !ChainHash.same(head.hash(), last)) {
            breaks.add(new Break(null, "The newest entries of chain " + chain + ", after its link " + link + ", were removed from the database."));
        } else if (!ChainHash.same(head.seal(), hash.seal(chain, link, last))) {
            breaks.add(new Break(null, "The newest link of chain " + chain + " was set in the database: entries after its link " + link + " may have been removed."));
        }
        return link;
    }

    private List<Linked> after(int chain, long link) {
        return db.sql("select * from audit_entry where chain = :chain and link > :link order by link fetch first " + AuditStart.BATCH + " rows only").param("chain", chain).param("link", link)
            .query((row, n) -> new Linked(row.getLong("id"), row.getLong("link"), row.getString("hash"), AuditRow.of(row))).list();
    }

    private Long firstOf(int key) {
        return db.sql("select min(id) from audit_entry where chain between :first and :last").param("first", AuditChain.first(key)).param("last", AuditChain.first(key) + AuditChain.CHAINS - 1)
            .query(Long.class).optional().orElse(null);
    }

    private Optional<Break> noChains() {
        return db.sql("select min(id) from audit_entry having count(*) > 0").query(Long.class).optional().map(first -> new Break(first, "The audit trail has entries, but neither keys nor chains."
            + " If the database was just upgraded from a version without chains, start the hub once. If a hub with chains has used it, they were removed from the database."));
    }

    private List<String> limits() {
        return AuditStart.former(db).map(former -> "Of these, " + former + ". " + begin() + "; changes from before cannot be found.").stream().toList();
    }

    /** The time of an entry with a hash cannot be changed, unlike that of a key. */
    private String begin() {
        return db.sql("select id, at from audit_entry where hash is not null order by id fetch first 1 rows only")
            .query((row, n) -> "The chains begin with entry " + row.getLong("id") + " of " + row.getObject("at", OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.SECONDS))
            .optional().orElse("The chains have no entry yet");
    }

    private Optional<Long> orphans(int keys) {
        return db.sql("select min(id) from audit_entry where hash is not null and (chain is null or link is null or chain < :first or chain > :last or chain % 100 > :chains or chain % 100 = 0)")
            .param("first", AuditChain.first(1)).param("last", AuditChain.first(keys) + AuditChain.CHAINS - 1).param("chains", AuditChain.CHAINS).query(Long.class).optional();
    }

    private static void set(StringBuilder text, String value) {
        text.setLength(0);
        text.append(value);
    }
}
