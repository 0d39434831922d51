package io.scopebridge.user;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The password generated at the first start, to be shown once. */
@Component
public class FirstPassword {

    private final AtomicReference<String> password = new AtomicReference<>();

    void made(String user, String made) {
        password.set(made);
        withoutTheLogsPage().warn("First start: log in to the console as {} with the password {} (shown only this once)", user, made);
    }

    /** Viewers can read the console's Logs page, which shows everything logged to the root logger. */
    private static Logger withoutTheLogsPage() {
        Logger logger = LoggerFactory.getLogger(FirstPassword.class);
        if (logger instanceof ch.qos.logback.classic.Logger own) {
            own.setAdditive(false);
            own.getLoggerContext().getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(appender -> {
                if (!appender.getClass().getName().startsWith("io.hawt.")) {
                    own.addAppender(appender);
                }
            });
        }
        return logger;
    }

    /** The password of the user {@code admin}, once; empty afterwards and at later starts. */
    public Optional<String> take() {
        return Optional.ofNullable(password.getAndSet(null));
    }
}
