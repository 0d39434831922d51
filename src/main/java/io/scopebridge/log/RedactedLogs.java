package io.scopebridge.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import io.scopebridge.failure.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes credentials from every line that the hub writes, whichever library logs it: TRACE of the HTTP client shows whole requests and responses. */
@Component
class RedactedLogs {

    RedactedLogs() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(RedactedLogs::redact);
        }
    }

    static void redact(AppenderAttachable<ILoggingEvent> owner) {
        for (Iterator<Appender<ILoggingEvent>> appenders = owner.iteratorForAppenders(); appenders.hasNext(); ) {
            Appender<ILoggingEvent> appender = appenders.next();
            if (appender instanceof OutputStreamAppender<ILoggingEvent> stream && stream.getEncoder() != null && !(stream.getEncoder() instanceof Redacted)) {
                stream.setEncoder(new Redacted(stream.getEncoder()));
            }
            if (appender instanceof AppenderAttachable<?>) {
                @SuppressWarnings("unchecked") AppenderAttachable<ILoggingEvent> several = (AppenderAttachable<ILoggingEvent>) appender;
                redact(several);
            }
        }
    }

    private static final class Redacted extends EncoderBase<ILoggingEvent> {

        private final Encoder<ILoggingEvent> original;

        private Redacted(Encoder<ILoggingEvent> original) {
            this.original = original;
            start();
        }

        @Override
        public byte[] encode(ILoggingEvent event) {
            String line = new String(original.encode(event), StandardCharsets.UTF_8);
            String clean = Redaction.of(line);
            return (clean.endsWith("\n") || !line.endsWith("\n") ? clean : clean + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] headerBytes() {
            return original.headerBytes();
        }

        @Override
        public byte[] footerBytes() {
            return original.footerBytes();
        }
    }
}
