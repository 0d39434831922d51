package io.scopebridge.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.scopebridge.failure.KnownSecrets;
import io.scopebridge.group.Fast;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@Fast
class RedactedLogsTest {

    @Test
    void noLineShowsASecretThatWasSent() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %msg%n%ex");
        encoder.start();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(written);
        appender.start();
        Logger logger = context.getLogger("redacted.http.wire");
        logger.setAdditive(false);
        logger.addAppender(appender);
        RedactedLogs.redact(logger);
        KnownSecrets.note("logs", List.of("key-of-the-tenant"));

        logger.error("http-outgoing-0 << \"your key-of-the-tenant is wrong[\\r][\\n]\"", new IllegalStateException("key-of-the-tenant"));
        logger.error("http-outgoing-0 >> Authorization: Basic a2V5LW9mLXRoZS10ZW5hbnQ=");

        assertThat(written.toString()).contains("your [removed] is wrong", "IllegalStateException: [removed]", "Basic [removed]").doesNotContain("key-of-the-tenant", "a2V5").endsWith("\n");
    }
}
