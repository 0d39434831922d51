package io.scopebridge.alert;

import io.scopebridge.address.MailSockets;
import io.scopebridge.failure.FailureClass;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the mail of the exchange through the server of its target. The endpoint is the same for all targets, so that no password is part of
 * one; sockets pass the guard against private networks.
 */
@Component("alertMailSender")
class AlertMailSender extends DefaultJavaMailSender {

    private static final Logger LOG = LoggerFactory.getLogger(AlertMailSender.class);
    private static final ThreadLocal<Sending> CURRENT = new ThreadLocal<>();
    private static final String CONNECT_MILLIS = "10000";
    private static final String SILENT_MILLIS = "30000";

    private final MailSockets sockets;

    AlertMailSender(MailSockets sockets) {
        this.sockets = sockets;
        setSession(Session.getInstance(new Properties()));
    }

    void begin(Sending sending) {
        CURRENT.set(sending);
    }

    void end() {
        CURRENT.remove();
    }

    @Override
    public void send(MimeMessage message) throws MessagingException {
        Sending sending = CURRENT.get();
        String from = sending.target().settings().at("/message/from").asText();
        message.saveChanges();
        // The same for every attempt; both messages of a problem are one conversation.
        String domain = from.substring(from.lastIndexOf('@') + 1);
        message.setHeader("Message-ID", "<" + sending.delivery().messageId() + "@" + domain + ">");
        if (sending.delivery().problemId() != null) message.setHeader("References", "<scopebridge-problem-" + sending.delivery().problemId() + "@" + domain + ">");
        var server = sending.target().settings().path("server");
        String user = server.path("username").asText("");
        String password = sending.target().secrets().get("server.password");
        Properties properties = properties(server.path("security").asText(), !user.isEmpty());
        Transport transport = Session.getInstance(properties).getTransport("smtp");
        try {
            transport.connect(server.path("host").asText(), server.path("port").asInt(), user.isEmpty() ? null : user, user.isEmpty() ? null : password);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AuthenticationFailedException refused) {
            throw new NotDelivered(FailureClass.AUTHENTICATION, "The mail server does not accept the user name and password: " + refused.getMessage(), "Enter them again.", null);
        } catch (MessagingException e) {
            // What the network says is classified as for any call.
            if (e.getNextException() instanceof IOException io) throw new UncheckedIOException(io);
            throw new NotDelivered(FailureClass.TRANSIENT, "The mail server did not take the message: " + e.getMessage(), "Check host, port, encryption, sender and recipients.", null);
        } finally {
            close(transport);
        }
    }

    /** The server has accepted or refused the message: how the connection ends, which sends QUIT, changes nothing. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.info("The connection to a mail server did not end properly: {}", e.getMessage());
        }
    }

    private Properties properties(String security, boolean isUser) {
        Properties properties = new Properties();
        properties.putAll(Map.of("mail.smtp.socketFactory", sockets.plain(), "mail.smtp.socketFactory.fallback", "false", "mail.smtp.ssl.socketFactory", sockets.tls(),
            "mail.smtp.ssl.checkserveridentity", "true", "mail.smtp.connectiontimeout", CONNECT_MILLIS, "mail.smtp.timeout", SILENT_MILLIS,
            "mail.smtp.writetimeout", SILENT_MILLIS, "mail.smtp.auth", Boolean.toString(isUser)));
        boolean isStartTls = security.equals("starttls");
        properties.putAll(Map.of("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")),
            "mail.smtp.starttls.enable", Boolean.toString(isStartTls), "mail.smtp.starttls.required", Boolean.toString(isStartTls)));
        return properties;
    }
}
