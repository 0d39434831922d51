package io.scopebridge.secret;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.ConnectionSecrets;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A start with a key that cannot read a stored secret names it. */
@StartsServer
class KeyCheckTest {

    private static final byte[] OLD = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    private final Logger log = (Logger) LoggerFactory.getLogger("scopebridge");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final DataSource database = Databases.fresh("h2");
    private final JdbcClient db = JdbcClient.create(database);

    /** A hub that ran in this process before has set another level. */
    @BeforeEach
    void logAsAHubDoes() {
        log.setLevel(Level.INFO);
    }

    /** Not from standard output: other hubs of this JVM write there as well, each in its own pattern. */
    @BeforeEach
    void readTheLines() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void logAsBefore() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @BeforeEach
    void twoConnectionsAndAKeyOfTheHub() {
        add("contoso", new SecretBox(OLD));
        add("fabrikam", new SecretBox(NEW));
        new HubSecrets(db, new SecretBox(OLD)).current("audit");
    }

    @Test
    void theSecretThatCannotBeReadIsNamedWithItsKeyAndWhatToDo() {
        start(new SecretBox(NEW));

        assertThat(said()).contains("The secret connectwise.privateKey of connection 'contoso' was encrypted with key " + new SecretBox(OLD).writingKey()
            + ", but this hub has only key " + new SecretBox(NEW).writingKey()).contains("scopebridge.former-secret-keys")
            .contains("The secret audit.1 of the hub was encrypted with key").doesNotContain("fabrikam");
    }

    @Test
    void aFormerKeyReadsItAndTheStartSaysThatItIsStillNeeded() {
        start(new SecretBox(NEW, List.of(OLD)));

        assertThat(said()).doesNotContain("contoso").contains("still encrypted with former keys (" + new SecretBox(OLD).writingKey() + "). Run the command rekey");
    }

    @Test
    void anUnreadableKeyOfTheHubIsReplacedAndStaysStored() {
        SecretBox box = new SecretBox(NEW);
        HubSecrets.HubKey next = new HubSecrets(db, box).current("audit");

        assertThat(next.number()).isEqualTo(2);
        assertThat(new HubSecrets(db, box).current("audit").key()).as("the same at the next start").isEqualTo(next.key());
        assertThat(new HubSecrets(db, new SecretBox(OLD)).current("audit").number()).as("a node with the old key").isEqualTo(1);
        start(box);
        assertThat(lines.list).filteredOn(line -> line.getLevel() == Level.ERROR && line.getFormattedMessage().contains("audit.1")).as("once, when it was replaced").hasSize(1);
        assertThat(said()).contains("Another has taken its place");
    }

    @Test
    void aWrongKeyLeavesNoMarkOfCallbacks() {
        String wrong = new ConnectionSecrets(db, new SecretBox(NEW), new ObjectMapper()).callbackMark("contoso");

        assertThat(new ConnectionSecrets(db, new SecretBox(OLD), new ObjectMapper()).callbackMark("contoso"))
            .isEqualTo(new SecretBox(OLD).mark(new SecretBox(OLD).writingKey(), "callbacks\ncontoso")).isNotEqualTo(wrong);
    }

    private String said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }

    private void start(SecretBox box) {
        new KeyCheck(box, new Rekey(box, List.of(new ConnectionSecrets(db, box, new ObjectMapper()), new HubSecrets(db, box)))).run(null);
    }

    private void add(String id, SecretBox box) {
        Databases.addConnection(database, id, "connectwise");
        db.sql("update connection set secrets = ? where id = ?").params("{\"connectwise.privateKey\": \"" + box.seal("s3cret", id, "connectwise.privateKey") + "\"}", id).update();
    }
}
