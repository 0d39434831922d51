package io.scopebridge.audit;

import io.scopebridge.secret.HubSecrets;
import io.scopebridge.secret.HubSecrets.HubKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes entries as links of chains. A writer takes a chain that no other transaction has locked: several chains exist so that writers,
 * of all nodes, do not wait for each other's commits.
 */
@Component
class AuditChain {

    static final String PURPOSE = "audit";
    static final int CHAINS = 16;
    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final int NUMBERS_PER_KEY = 100;

    private static final String HEAD = "select chain, link, hash from audit_chain where chain between :first and :last ";

    private final JdbcClient db;
    private final ChainHash hash;
    private final int first;

    AuditChain(JdbcClient db, HubSecrets secrets, TransactionTemplate transactions) {
        this.db = db;
        HubKey key = secrets.current(PURPOSE);
        this.hash = new ChainHash(key.key());
        this.first = first(key.number());
        if (db.sql("select count(*) from audit_chain where chain between :first and :last").param("first", first).param("last", last()).query(Integer.class).single() < CHAINS) {
            begin(new AuditStart(db, hash, transactions).cover(key.number() == 1));
            if (key.number() == 1) {
                AuditStart.former(db).ifPresent(former -> LOG.warn("The chains of the audit trail begin. Entries that are covered from now on: {}. After an upgrade to the first version"
                    + " with chains that is right; otherwise somebody has removed the chains from the database and may have changed these entries.", former));
            }
        }
    }

    /** The number of the first chain of a key. */
    static int first(int key) {
        return key * NUMBERS_PER_KEY + 1;
    }

    private record Head(int chain, long link, String hash) {
    }

    private record Link(long id, AuditRow row, long link, String hash) {
    }

    /** In the caller's transaction, at its end: until it ends, nobody else can use the chain. */
    void append(List<AuditRow> rows) {
        Head head = head();
        long link = head.link();
        String last = head.hash();
        List<Long> ids = numbers(rows.size());
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            last = hash.link(last, head.chain(), ++link, ids.get(i), rows.get(i));
            links.add(new Link(ids.get(i), rows.get(i), link, last));
        }
        insert(head.chain(), links);
        db.sql("update audit_chain set link = :link, hash = :hash, seal = :seal where chain = :chain").param("link", link).param("hash", last)
            .param("seal", hash.seal(head.chain(), link, last)).param("chain", head.chain()).update();
    }

    /** One that is free; if all are in use, any one. */
    private Head head() {
        return db.sql(HEAD + "fetch first 1 rows only for update skip locked").param("first", first).param("last", last()).query(Head.class).optional().orElseGet(() -> {
            int any = first + ThreadLocalRandom.current().nextInt(CHAINS);
            return db.sql(HEAD + "for update").param("first", any).param("last", any).query(Head.class).single();
        });
    }

    private List<Long> numbers(int count) {
        return db.sql("select nextval('audit_number') from generate_series(1, :count)").param("count", count).query(Long.class).list();
    }

    /** All in one statement; a text for each value, since drivers differ in the arrays that they accept. */
    private void insert(int chain, List<Link> links) {
        db.sql("""
                insert into audit_entry (id, at, who, role, action, connection_id, subject, reason, outcome, status, details, chain, link, hash)
                select cast(id as bigint), cast(at as timestamp with time zone), who, role, action, connection_id, subject, reason, outcome, cast(status as integer), details, :chain, cast(link as bigint), hash
                from unnest(cast(:ids as varchar array), cast(:at as varchar array), cast(:who as varchar array), cast(:role as varchar array), cast(:action as varchar array), cast(:connection as varchar array),
                  cast(:subject as varchar array), cast(:reason as varchar array), cast(:outcome as varchar array), cast(:status as varchar array), cast(:details as varchar array), cast(:link as varchar array), cast(:hash as varchar array))
                  as entry (id, at, who, role, action, connection_id, subject, reason, outcome, status, details, link, hash)""")
            .param("chain", chain).param("ids", texts(links, Link::id)).param("at", texts(links, link -> link.row().at())).param("who", texts(links, link -> link.row().who()))
            .param("role", texts(links, link -> link.row().role())).param("action", texts(links, link -> link.row().action())).param("connection", texts(links, link -> link.row().connection()))
            .param("subject", texts(links, link -> link.row().subject())).param("reason", texts(links, link -> link.row().reason())).param("outcome", texts(links, link -> link.row().outcome()))
            .param("status", texts(links, link -> link.row().status())).param("details", texts(links, link -> link.row().details())).param("link", texts(links, Link::link))
            .param("hash", texts(links, Link::hash)).update();
    }

    private static SqlArrayValue texts(List<Link> links, Function<Link, Object> value) {
        return new SqlArrayValue("varchar", links.stream().map(value).map(one -> one == null ? null : one.toString()).toArray());
    }

    /** Several nodes may do this at once: with the same key, all compute the same. */
    private void begin(String start) {
        for (int chain = first; chain <= last(); chain++) {
            String begins = hash.first(start, chain);
            db.sql("insert into audit_chain (chain, link, hash, seal) values (:chain, 0, :hash, :seal) on conflict do nothing")
                .param("chain", chain).param("hash", begins).param("seal", hash.seal(chain, 0, begins)).update();
        }
    }

    private int last() {
        return first + CHAINS - 1;
    }
}
