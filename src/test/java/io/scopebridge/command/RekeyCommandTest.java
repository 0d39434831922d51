package io.scopebridge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.alert.TargetSecrets;
import io.scopebridge.connection.ConnectionSecrets;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import io.scopebridge.secret.HubSecrets;
import io.scopebridge.secret.Rekey;
import io.scopebridge.secret.SecretBox;
import io.scopebridge.secret.StoredSecrets;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command rekey on a database with 100 connections. */
@StartsServer
@ExtendWith(OutputCaptureExtension.class)
class RekeyCommandTest {

    private static final byte[] OLD = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
    private static final int CONNECTIONS = 100;
    private static final String[] PATHS = {"connectwise.privateKey", "scopestack.clientSecret"};
    private static final SecretBox BEFORE = new SecretBox(OLD);

    private DataSource database;
    private JdbcClient db;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void everySecretOfEveryConnectionHasTheNewKeyAfterwards(String vendor, CapturedOutput output) throws Exception {
        connections(vendor);
        byte[] audit = new HubSecrets(db, BEFORE).current("audit").key();
        db.sql("insert into alert_target (name, channel, enabled, settings, secrets) values ('ops', 'SLACK', true, '{}', '{}')").update();
        TargetSecrets targets = new TargetSecrets(db, new ObjectMapper());
        String holder = targets.rows().get(0).holder();
        db.sql("update alert_target set secrets = ?").param("{\"slack.url\": \"" + BEFORE.seal("https://hooks.example.com/x", holder, "slack.url") + "\"}").update();
        String mark = new ConnectionSecrets(db, BEFORE, new ObjectMapper()).callbackMark("c-7");

        assertThat(rekey(OLD)).isZero();

        SecretBox after = new SecretBox(NEW);
        assertThat(output).contains("Re-encrypted 202 secrets in 102 rows with key " + after.writingKey()).contains("The former keys (" + BEFORE.writingKey() + ") are no longer needed");
        assertReadable(after);
        assertThat(new HubSecrets(db, after).key("audit", 1)).isEqualTo(audit);
        assertThat(after.open(targets.rows().get(0).sealed().get("slack.url"), holder, "slack.url")).isEqualTo("https://hooks.example.com/x");
        ConnectionSecrets secrets = new ConnectionSecrets(db, after, new ObjectMapper());
        assertThat(secrets.callbackMark("c-7")).isEqualTo(mark);
        assertThat(secrets.callbackMark("c-8")).as("was not derived before").isEqualTo(BEFORE.mark(BEFORE.writingKey(), "callbacks\nc-8"));

        assertThat(rekey(OLD)).isZero();
        assertThat(output).contains("Re-encrypted 0 secrets in 0 rows with key " + after.writingKey() + "; 202 secrets had it already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void withoutAKeyThatASecretNeedsNothingIsChanged(String vendor, CapturedOutput output) throws Exception {
        connections(vendor);
        List<String> stored = stored();

        assertThat(rekey()).isEqualTo(1);

        assertThat(output).contains("Nothing was changed").contains("key " + BEFORE.writingKey() + " (c-0, c-1,").contains("and 90 more").contains("scopebridge.former-secret-keys");
        assertThat(stored()).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void anInterruptedRunIsContinuedByTheNext(String vendor, CapturedOutput output) throws Exception {
        connections(vendor);
        SecretBox both = new SecretBox(NEW, List.of(OLD));
        ConnectionSecrets connections = new ConnectionSecrets(db, both, new ObjectMapper());

        assertThatThrownBy(() -> new Rekey(both, List.of(new EndsAfter(connections, 40))).run()).hasMessage("killed");

        assertThat(stored().stream().filter(secrets -> secrets.contains(both.writingKey()))).hasSize(40);
        assertReadable(both);
        assertThat(rekey(OLD)).isZero();
        assertThat(output).contains("Re-encrypted 120 secrets in 60 rows").contains("80 secrets had it already");
        assertReadable(new SecretBox(NEW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aSecretThatIsCorruptIsNamedAndTheOthersAreReencrypted(String vendor, CapturedOutput output) throws Exception {
        connections(vendor);
        String broken = "1:" + BEFORE.writingKey() + ":AAAA";
        db.sql("update connection set secrets = ? where id = 'c-5'").params("{\"" + PATHS[0] + "\": \"" + broken + "\"}").update();

        assertThat(rekey(OLD)).isEqualTo(1);

        assertThat(output).contains("Re-encrypted 198 secrets in 99 rows").contains("The secret connectwise.privateKey of connection 'c-5' is corrupt").doesNotContain("no longer needed");
        assertThat(stored().stream().filter(secrets -> secrets.contains(broken))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aKeyOfTheHubThatWasLostAndReplacedIsNamedAndStopsNothing(String vendor, CapturedOutput output) throws Exception {
        connections(vendor);
        new HubSecrets(db, new SecretBox("lost5678lost5678lost5678lost5678".getBytes(StandardCharsets.US_ASCII))).current("audit");
        assertThat(rekey(OLD)).isEqualTo(1);
        assertThat(output).contains("Nothing was changed").contains("(audit.1)").contains("If a key is lost, start the hub without it");

        new HubSecrets(db, BEFORE).current("audit");
        assertThat(rekey(OLD)).isZero();
        assertThat(output).contains("Re-encrypted 201 secrets in 101 rows").contains("The secret audit.1 of the hub was encrypted with key").contains("Another has taken its place");
        assertThat(rekey()).as("without any former key").isZero();
        assertThat(new HubSecrets(db, new SecretBox(NEW)).current("audit").number()).isEqualTo(2);
    }

    private void connections(String vendor) {
        database = Databases.fresh(vendor);
        db = JdbcClient.create(database);
        for (int i = 0; i < CONNECTIONS; i++) {
            String id = "c-" + i;
            Databases.addConnection(database, id, "connectwise");
            db.sql("update connection set secrets = ? where id = ?").params(new ObjectMapper().valueToTree(Map.of(PATHS[0], BEFORE.seal(PATHS[0] + i, id, PATHS[0]),
                PATHS[1], BEFORE.seal(PATHS[1] + i, id, PATHS[1]))).toString(), id).update();
        }
    }

    private int rekey(byte[]... former) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<String> keys = new ArrayList<>();
            for (byte[] key : former) keys.add(Base64.getEncoder().encodeToString(key));
            return Commands.run("rekey", "--spring.datasource.url=" + connection.getMetaData().getURL(), "--spring.datasource.username=" + connection.getMetaData().getUserName(),
                "--scopebridge.secret-key=" + Base64.getEncoder().encodeToString(NEW), "--scopebridge.former-secret-keys=" + String.join(",", keys));
        }
    }

    private List<String> stored() {
        return db.sql("select secrets from connection order by id").query(String.class).list();
    }

    private void assertReadable(SecretBox box) {
        List<StoredSecrets.Row> rows = new ConnectionSecrets(db, box, new ObjectMapper()).rows();
        assertThat(rows).hasSize(CONNECTIONS).allSatisfy(row -> assertThat(row.sealed()).hasSize(2).allSatisfy((path, sealed) ->
            assertThat(box.open(sealed, row.id(), path)).isEqualTo(path + row.id().substring(2))));
    }

    /** As a process that is killed between two rows. */
    private record EndsAfter(StoredSecrets secrets, int most, List<String> done) implements StoredSecrets {

        EndsAfter(StoredSecrets secrets, int most) {
            this(secrets, most, new ArrayList<>());
        }

        @Override
        public List<Row> rows() {
            return secrets.rows();
        }

        @Override
        public int change(String id, BinaryOperator<String> change) {
            if (done.size() == most) throw new IllegalStateException("killed");
            done.add(id);
            return secrets.change(id, change);
        }
    }
}
