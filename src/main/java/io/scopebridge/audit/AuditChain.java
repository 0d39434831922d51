package io.scopebridge.audit;

import io.scopebridge.secret.HubSecrets;
import io.scopebridge.secret.HubSecrets.HubKey;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    /** In the caller's transaction, at its end: until it ends, nobody else can use the chain. */
    void append(List<AuditRow> rows) {
        Head head = head();
        long link = head.link();
        String last = head.hash();
        for (AuditRow row : rows) {
            long id = db.sql("select nextval('audit_number')").query(Long.class).single();
            last = hash.link(last, head.chain(), ++link, id, row);
            insert(id, row, head.chain(), link, last);
        }
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

    private void insert(long id, AuditRow row, int chain, long link, String hash) {
        db.sql("""
                insert into audit_entry (id, at, who, role, action, connection_id, subject, reason, outcome, status, details, chain, link, hash)
                values (:id, :at, :who, :role, :action, :connection, :subject, :reason, :outcome, :status, :details, :chain, :link, :hash)""")
            .param("id", id).param("at", row.at().atOffset(ZoneOffset.UTC)).param("who", row.who()).param("role", row.role()).param("action", row.action())
            .param("connection", row.connection()).param("subject", row.subject()).param("reason", row.reason()).param("outcome", row.outcome())
            .param("status", row.status()).param("details", row.details()).param("chain", chain).param("link", link).param("hash", hash).update();
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
