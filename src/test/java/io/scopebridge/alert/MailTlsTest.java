package io.scopebridge.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.scopebridge.address.CallingConnection;
import io.scopebridge.address.CertificateAuthority;
import io.scopebridge.address.MailParts;
import io.scopebridge.address.StartTlsFront;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.StartsServer;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail over TLS from the start or after STARTTLS, with user and password, to servers whose certificate a company's own authority issued. */
@StartsServer
class MailTlsTest {

    private static final String USER = "hub";
    private static final String PASSWORD = "sm7p-passw0rd";

    private static GreenMail plain;
    private static GreenMail secure;
    private static StartTlsFront front;
    private static CertificateAuthority authority;
    private static CertificateAuthority other;

    @BeforeAll
    static void servers(@TempDir Path folder) throws Exception {
        authority = new CertificateAuthority(folder, "Contoso Root CA");
        other = new CertificateAuthority(folder, "Other Root CA");
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, authority.issue("localhost").storeFile().toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, "changeit");
        try {
            secure = started(ServerSetup.PROTOCOL_SMTPS);
        } finally {
            System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
            System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY);
        }
        plain = started(ServerSetup.PROTOCOL_SMTP);
        front = new StartTlsFront(authority.issue("localhost"), plain.getSmtp().getPort());
    }

    @AfterAll
    static void stop() throws Exception {
        front.close();
        plain.stop();
        secure.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        plain.purgeEmailFromAllMailboxes();
        secure.purgeEmailFromAllMailboxes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void aMailArrivesEncryptedAndWithThePassword(String security) throws Exception {
        send(authority.pem(), security, "localhost", PASSWORD);

        assertThat(received(security)).singleElement().satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("push-project fails"));
        assertThat(front.before()).as("nothing but the wish for TLS in plain text").allMatch(command -> command.matches("EHLO .*|STARTTLS|QUIT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void aWrongPasswordIsNamed(String security) {
        assertThatThrownBy(() -> send(authority.pem(), security, "localhost", "wrong"))
            .isInstanceOfSatisfying(NotDelivered.class, refused -> assertThat(refused.failure().type()).isEqualTo(FailureClass.AUTHENTICATION));
        assertThat(received(security)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void anAuthorityThatIsNotTrustedIsRefusedBeforeThePasswordIsSent(String security) {
        assertThatThrownBy(() -> send(other.pem(), security, "localhost", PASSWORD)).hasStackTraceContaining("Contoso Root CA");
        assertThat(received(security)).isEmpty();
    }

    /** The certificate is for localhost. */
    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void aCertificateOfAnotherHostIsRefused(String security) {
        assertThatThrownBy(() -> send(authority.pem(), security, "127.0.0.1", PASSWORD)).isInstanceOfAny(UncheckedIOException.class, NotDelivered.class);
        assertThat(received(security)).isEmpty();
    }

    @Test
    void aServerWithoutStartTlsGetsNoPassword() {
        assertThatThrownBy(() -> send(authority.pem(), "starttls", "localhost", PASSWORD, plain.getSmtp().getPort())).hasMessageContaining("STARTTLS");
        assertThat(plain.getReceivedMessages()).isEmpty();
    }

    private static MimeMessage[] received(String security) {
        return (security.equals("tls") ? secure : plain).getReceivedMessages();
    }

    private static void send(Path authorities, String security, String host, String password) throws Exception {
        send(authorities, security, host, password, security.equals("tls") ? secure.getSmtps().getPort() : front.smtp());
    }

    private static void send(Path authorities, String security, String host, String password, int port) throws Exception {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.putObject("message").put("from", "hub@example.com").put("to", "ops@example.com");
        settings.putObject("server").put("host", host).put("port", port).put("security", security).put("username", USER);
        settings.putObject("network").put("privateHosts", "127.0.0.1,localhost");
        Delivery delivery = new Delivery(1, 1, "ops", 7L, Delivery.Kind.OPENED, Delivery.State.SENDING, null, 1, Instant.now(), Instant.now(), null, null);
        Sending sending = new Sending(delivery, new Target(1, "ops", Channel.EMAIL, settings, Map.of("server.password", password)));
        AlertMailSender sender = new AlertMailSender(MailParts.sockets(authorities));
        CallingConnection.begin("alert-1", sending.target().privateHosts());
        sender.begin(sending);
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom("hub@example.com");
            message.setRecipient(Message.RecipientType.TO, new InternetAddress("ops@example.com"));
            message.setSubject("push-project fails");
            message.setText("The name is too long.");
            sender.send(message);
        } finally {
            sender.end();
            CallingConnection.end();
        }
    }

    private static GreenMail started(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.setUser("hub@example.com", USER, PASSWORD);
        server.start();
        return server;
    }
}
