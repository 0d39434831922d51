package io.scopebridge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import io.scopebridge.log.LogKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@StartsServer
class RefusedLoginsTest {

    private static final AuditTrail.Filter ALL = new AuditTrail.Filter(null, null, null, null, null, null, null, null);

    private Instant now;
    private JdbcClient db;
    private TransactionTemplate transactions;
    private int failures;

    @BeforeEach
    void noon() {
        now = Instant.parse("2026-01-31T12:00:10Z");
    }

    private RefusedLogins node(String vendor) {
        DataSource source = vendor.equals("h2") ? Databases.h2() : Databases.postgres();
        db = JdbcClient.create(source);
        db.sql("delete from refused_login").update();
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        return another();
    }

    private RefusedLogins another() {
        TransactionOperations sometimes = new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                if (failures-- > 0) throw new DataAccessResourceFailureException("The database is away");
                return transactions.execute(action);
            }
        };
        return new RefusedLogins(db, sometimes, new ObjectMapper(), ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aRowForEachMinuteAddressAndNameOnAllNodesTogether(String vendor) {
        RefusedLogins one = node(vendor);
        RefusedLogins other = another();
        for (int i = 0; i < 5; i++) one.count("192.0.2.1", "admin");
        other.count("192.0.2.1", "admin");
        other.count("192.0.2.2", "admin");
        one.write();
        other.write();
        now = now.plusSeconds(30);
        one.count("192.0.2.1", "admin");
        now = now.plusSeconds(30);
        one.count("192.0.2.1", "admin\0\r\n");

        List<AuditEntry> rows = one.page(ALL, null, 10);
        assertThat(rows).extracting(row -> row.who() + " " + row.details().path("address").asText() + " " + row.details().path("times").asInt() + " " + row.at())
            .containsExactly("admin    192.0.2.1 1 2026-01-31T12:01:10Z", "admin 192.0.2.1 7 2026-01-31T12:00:10Z", "admin 192.0.2.2 1 2026-01-31T12:00:10Z");
        assertThat(rows.get(1).details().path("lastAt").asText()).isEqualTo("2026-01-31T12:00:40Z");

        List<AuditEntry> paged = new ArrayList<>();
        for (List<AuditEntry> page = one.page(ALL, null, 1); !page.isEmpty(); page = one.page(ALL, new LogKey(page.get(0).at(), page.get(0).id()), 1)) paged.addAll(page);
        assertThat(paged).isEqualTo(rows);
        assertThat(LogKey.parse(new LogKey(rows.get(0).at(), rows.get(0).id()).toString()).id()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = "h2")
    void howManyRowsThereAreIsNotForStrangersToDecide(String vendor) {
        RefusedLogins node = node(vendor);
        for (int i = 0; i < 5_000; i++) node.count("192.0.2." + i % 250, "name" + i);

        List<AuditEntry> rows = node.page(ALL, null, 500);
        assertThat(rows).hasSize(RefusedLogins.MOST_ROWS + 1);
        assertThat(rows.stream().mapToInt(row -> row.details().path("times").asInt()).sum()).isEqualTo(5_000);
        assertThat(rows).filteredOn(row -> row.who().equals(RefusedLogins.OTHERS)).hasSize(1);
    }

    /** Whichever came first at each of them: on PostgreSQL two transactions that wait for rows of each other end one. */
    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void nodesThatCountTheSameLoginsWriteAtOnce(String vendor) throws Exception {
        RefusedLogins one = node(vendor);
        RefusedLogins other = another();
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < RefusedLogins.MOST_ROWS; i++) {
                one.count("192.0.2.1", "name" + i);
                other.count("192.0.2.1", "name" + (RefusedLogins.MOST_ROWS - 1 - i));
            }
            CompletableFuture<Void> both = CompletableFuture.runAsync(one::write);
            other.write();
            both.get(30, TimeUnit.SECONDS);
        }
        assertThat(one.page(ALL, null, 500)).hasSize(RefusedLogins.MOST_ROWS).allSatisfy(row -> assertThat(row.details().path("times").asInt()).isEqualTo(10));
    }

    @ParameterizedTest
    @ValueSource(strings = "h2")
    void thePageIsShownWithoutWhatCouldNotBeWritten(String vendor) {
        RefusedLogins node = node(vendor);
        node.count("192.0.2.1", "admin");
        node.write();
        node.count("192.0.2.2", "admin");
        failures = 1;
        assertThat(node.page(ALL, null, 10)).hasSize(1);
        assertThat(node.page(ALL, null, 10)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = "h2")
    void whatTheDatabaseDidNotTakeIsWrittenLater(String vendor) {
        RefusedLogins node = node(vendor);
        node.count("192.0.2.1", "admin");
        failures = 1;
        assertThatThrownBy(node::write).hasMessageContaining("away");
        node.count("192.0.2.1", "admin");
        node.write();

        assertThat(node.page(ALL, null, 10)).hasSize(1).first().satisfies(row -> assertThat(row.details().path("times").asInt()).isEqualTo(2));
    }
}
