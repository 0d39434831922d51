package io.scopebridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.command.Commands;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import io.scopebridge.secret.HubSecrets;
import io.scopebridge.secret.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is changed in the audit trail past the hub is found, and writers do not break its chains. */
@StartsServer
@ExtendWith(OutputCaptureExtension.class)
class AuditChainTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private DataSource database;
    private JdbcClient db;
    private TransactionTemplate transactions;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void writersOfTwoNodesAtOnceDoNotBreakTheChains(String vendor) {
        on(Databases.fresh(vendor));
        List<AuditTrail> nodes = List.of(node(), node());
        ExecutorService threads = Executors.newFixedThreadPool(12);
        List<CompletableFuture<Void>> writing = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            AuditTrail node = nodes.get(i % 2);
            int number = i;
            writing.add(CompletableFuture.runAsync(() -> transactions.executeWithoutResult(status -> {
                for (int k = 0; k <= number % 3; k++) node.add(entry("user" + number + "." + k));
                if (number % 5 == 0) status.setRollbackOnly();
            }), threads));
        }
        // A file of H2 belongs to one process: nobody can verify it while a hub writes.
        if (vendor.equals("postgresql")) assertThat(verify().breaks()).as("while they write").isEmpty();
        writing.forEach(CompletableFuture::join);
        threads.shutdown();

        long stored = db.sql("select count(*) from audit_entry").query(Long.class).single();
        assertThat(stored).isEqualTo(384);
        assertThat(verify()).isEqualTo(new AuditVerification.Result(stored, List.of(), List.of()));
        assertThat(db.sql("select count(*) from audit_chain where link > 0").query(Integer.class).single()).as("chains in use").isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void whatIsChangedRemovedOrAddedBySqlIsFound(String vendor) {
        on(Databases.fresh(vendor));
        AuditTrail trail = node();
        for (int i = 0; i < 9; i++) trail.add(entry("user" + i));
        unprotect(vendor);
        long fourth = id(3);
        long last = id(8);
        String of = " where id = " + fourth;

        found(fourth, "update audit_entry set who = 'nobody'" + of);
        found(fourth, "update audit_entry set role = null" + of);
        found(fourth, "update audit_entry set action = 'logout'" + of);
        found(fourth, "update audit_entry set connection_id = 'other'" + of);
        found(fourth, "update audit_entry set subject = null" + of);
        found(fourth, "update audit_entry set reason = 'another reason'" + of);
        found(fourth, "update audit_entry set outcome = 'REFUSED'" + of);
        found(fourth, "update audit_entry set status = 403" + of);
        found(fourth, "update audit_entry set details = '{}'" + of);
        found(fourth, "update audit_entry set at = at + interval '1' second" + of);
        found(fourth, "update audit_entry set hash = '00'" + of);
        found(fourth, "update audit_entry set hash = null, chain = null, link = null" + of);
        found(last + 1000, "update audit_entry set id = id + 1000 where id = " + last);
        found(id(4), "delete from audit_entry" + of);
        found(null, "delete from audit_entry where id = " + last);
        found(null, "delete from audit_entry where id = " + last, "update audit_chain set link = link - 1, hash = (select hash from audit_entry where link = 8) where link = 9");
        found(last + 50, "insert into audit_entry (id, at, who, action, outcome) select " + (last + 50) + ", at, 'mallory', action, outcome from audit_entry" + of);
        found(last + 50, "insert into audit_entry (id, at, who, action, outcome, chain, link, hash) select " + (last + 50) + ", at, 'mallory', action, outcome, chain, link + 100, hash from audit_entry" + of);
        found(last + 50, "insert into audit_entry (id, at, who, action, outcome, chain, link, hash) select " + (last + 50) + ", at, 'mallory', action, outcome, 77, 1, hash from audit_entry" + of);
        found(id(4), "update audit_entry set who = 'mallory', id = " + (last + 50) + ", chain = null, link = null" + of);
        found(null, "delete from audit_chain where link = 9");
        found(null, "update audit_chain set hash = 'x' where link = 9");
        found(id(0), "delete from hub_secret");
        assertThat(verify().breaks()).as("each was undone").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void entriesFromBeforeTheChainsAreCoveredFromTheFirstStartOn(String vendor, CapturedOutput output) {
        String url = vendor.equals("h2") ? "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" : Databases.freshPostgres();
        on(new DriverManagerDataSource(url, vendor.equals("h2") ? "sa" : "postgres", ""));
        Flyway.configure().dataSource(database).locations("classpath:db/migration", "classpath:db/" + vendor).target("21").load().migrate();
        for (int i = 0; i < 5; i++) db.sql("insert into audit_entry (at, who, action, outcome, details) values (current_timestamp, ?, 'login', 'DONE', '{\"a\":1}')").param("former" + i).update();
        Flyway.configure().dataSource(database).locations("classpath:db/migration", "classpath:db/" + vendor).load().migrate();
        assertThat(verify().first()).as("never started with chains").hasValueSatisfying(first -> assertThat(first.what()).contains("just upgraded", "start the hub once"));
        node().add(entry("user"));
        node().add(entry("user"));
        assertThat(verify().breaks()).isEmpty();
        assertThat(verify().entries()).isEqualTo(7);
        assertThat(verify().limits()).singleElement().asString().startsWith("Of these, 5 from before the chains, up to entry 5 of 20").contains("The chains begin with entry 6 of 20");
        assertThat(output).contains("The chains of the audit trail begin. Entries that are covered from now on: 5 from before the chains, up to entry 5 of 20");
        assertThat(db.sql("select id from audit_entry order by id").query(Long.class).list()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        unprotect(vendor);

        found(3L, "update audit_entry set who = 'nobody' where id = 3");
        found(4L, "delete from audit_entry where id = 3");
        found(5L, "delete from audit_entry where id = 5");
        found(50L, "insert into audit_entry (id, at, who, action, outcome) values (50, current_timestamp, 'mallory', 'login', 'DONE')");
        found(6L, "delete from audit_entry where id <= 5", "delete from audit_start");
        assertThat(verify().breaks()).isEmpty();
    }

    /** The most that the owner of the tables can do without the master key. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aTrailWithoutItsChainsIsNotCalledIntactAndNewChainsSayWhatTheyCover(String vendor, CapturedOutput output) throws Exception {
        on(Databases.fresh(vendor));
        AuditTrail trail = node();
        for (int i = 0; i < 5; i++) trail.add(entry("user" + i));
        assertThat(output).doesNotContain("The chains of the audit trail begin");
        unprotect(vendor);
        for (String sql : List.of("update audit_entry set who = 'nobody', hash = null, chain = null, link = null", "delete from audit_chain", "delete from audit_start", "delete from hub_secret")) db.sql(sql).update();

        assertThat(command(KEY)).isEqualTo(1);
        assertThat(output).contains("First broken entry: " + id(0) + ". The audit trail has entries, but neither keys nor chains.").doesNotContain("intact");

        node();
        assertThat(output).contains("Entries that are covered from now on: 5 from before the chains, up to entry " + id(4) + " of 20", "somebody has removed the chains");
        assertThat(command(KEY)).isZero();
        assertThat(output).contains("Of these, 5 from before the chains, up to entry " + id(4) + " of 20", "The chains have no entry yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void theCommandNamesTheFirstBrokenEntryAndEndsWith1(String vendor, CapturedOutput output) throws Exception {
        on(Databases.fresh(vendor));
        AuditTrail trail = node();
        for (int i = 0; i < 3; i++) trail.add(entry("user" + i));

        assertThat(command(KEY)).isZero();
        assertThat(output).contains("The audit trail is intact: 3 entries.");
        unprotect(vendor);
        db.sql("update audit_entry set who = 'nobody' where id = ?").param(id(1)).update();
        assertThat(command(KEY)).isEqualTo(1);
        assertThat(output).contains("The audit trail is broken. First broken entry: " + id(1) + ". Entry " + id(1) + " was changed or added in the database.");
        assertThat(command("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII))).isEqualTo(1);
        assertThat(output).contains("cannot be verified", "scopebridge.former-secret-keys");
    }

    /** Does what somebody with all rights in the database could do, verifies, and undoes it. */
    private void found(Long entry, String... tampering) {
        transactions.executeWithoutResult(status -> {
            for (String sql : tampering) assertThat(db.sql(sql).update()).as(sql).isPositive();
            AuditVerification.Result result = new AuditVerification(db, secrets()).verify();
            assertThat(result.first()).as(String.join("; ", tampering)).isPresent();
            assertThat(result.first().get().entry()).as("%s: %s", String.join("; ", tampering), result.breaks()).isEqualTo(entry);
            status.setRollbackOnly();
        });
    }

    private AuditVerification.Result verify() {
        TransactionTemplate snapshot = new TransactionTemplate(transactions.getTransactionManager());
        snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        return snapshot.execute(status -> new AuditVerification(db, secrets()).verify());
    }

    private int command(byte[] key) throws Exception {
        try (Connection connection = database.getConnection()) {
            return Commands.run("verify-audit", "--spring.datasource.url=" + connection.getMetaData().getURL(), "--spring.datasource.username=" + connection.getMetaData().getUserName(),
                "--scopebridge.secret-key=" + Base64.getEncoder().encodeToString(key));
        }
    }

    private void on(DataSource source) {
        database = source;
        db = JdbcClient.create(source);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    private AuditTrail node() {
        return new AuditTrail(db, new ObjectMapper(), new AuditChain(db, secrets(), transactions), transactions);
    }

    private HubSecrets secrets() {
        return new HubSecrets(db, new SecretBox(KEY));
    }

    private long id(int number) {
        return db.sql("select id from audit_entry order by id offset " + number + " rows fetch first 1 rows only").query(Long.class).single();
    }

    private void unprotect(String vendor) {
        db.sql(vendor.equals("h2") ? "drop trigger audit_is_append_only" : "alter table audit_entry disable trigger all").update();
    }

    private static AuditEntry entry(String who) {
        return new AuditEntry(0, null, who, "admin", "connections.change", "contoso", "project:1", "because", AuditEntry.Outcome.DONE, 200, new ObjectMapper().createObjectNode().put("a", "\u00e4\ud83d\ude00"));
    }
}
