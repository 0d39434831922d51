package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.zaxxer.hikari.HikariDataSource;
import io.scopebridge.group.Fast;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

@Fast
class DatabaseWatchTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("scopebridge");
    private final List<ILoggingEvent> logged = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            logged.add(event);
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
    }

    /** The state knows that an embedded database was closed before the watch asks. */
    @Test
    void theEndOfAnEmbeddedDatabaseAndHowLongItLastedAreLogged(@TempDir Path folder) {
        FullDisk.register();
        try (HikariDataSource pool = pool("jdbc:h2:full:" + folder.resolve("watched").toAbsolutePath() + ";MODE=PostgreSQL;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")) {
            watched(pool, new DatabaseState(), () -> {
                JdbcTemplate db = new JdbcTemplate(pool);
                db.execute("create table kept (text varchar)");

                FullDisk.full(true);
                assertThatThrownBy(() -> db.update("insert into kept values ('x')")).hasStackTraceContaining("No space left");
                Awaitility.await().until(() -> logged(Level.ERROR).stream().anyMatch(line -> line.contains("Requests are answered 503")));
                FullDisk.full(false);
                Awaitility.await().until(() -> logged(Level.WARN).stream().anyMatch(line -> line.startsWith("The database answers again")));
            });
        } finally {
            FullDisk.full(false);
        }
        assertThat(logged(Level.ERROR)).as("once").hasSize(1);
        assertThat(logged(Level.WARN)).filteredOn(line -> line.startsWith("The database answers again")).singleElement().asString().matches("The database answers again, after \\d s\\.");
    }

    @Test
    void theWatchContinuesAfterAnyError() {
        AtomicInteger looks = new AtomicInteger();
        DatabaseState failing = new DatabaseState() {
            @Override
            void is(String sentence) {
                if (looks.incrementAndGet() == 1) throw new NoClassDefFoundError("org/example/Gone");
                super.is(sentence);
            }
        };
        try (HikariDataSource pool = pool("jdbc:h2:mem:watched;MODE=PostgreSQL")) {
            watched(pool, failing, () -> Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> looks.get() > 2));
        }
        assertThat(logged(Level.WARN)).anyMatch(line -> line.contains("org/example/Gone"));
    }

    private static void watched(HikariDataSource pool, DatabaseState state, Runnable meanwhile) {
        DatabaseWatch watch = new DatabaseWatch(new PatientDataSource(pool, state, Duration.ofSeconds(1)), state, 50, DataSize.ofBytes(0));
        watch.start();
        try {
            meanwhile.run();
        } finally {
            watch.stop();
        }
    }

    private List<String> logged(Level level) {
        return logged.stream().filter(event -> event.getLevel() == level).map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("sa");
        pool.setPassword("");
        return pool;
    }
}
