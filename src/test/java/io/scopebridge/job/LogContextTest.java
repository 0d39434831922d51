package io.scopebridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;

/** Each log line of a job has fields that say whose it is. */
@StartsHub
class LogContextTest {

    private final TestHub hub = TestHub.shared();
    private final Logger log = (Logger) LoggerFactory.getLogger("scopebridge");
    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            lines.add(line);
        }
    };

    @BeforeEach
    void listen() {
        hub.start().connected();
        appender.setContext(log.getLoggerContext());
        appender.start();
        log.addAppender(appender);
    }

    @AfterEach
    void close() {
        log.detachAppender(appender);
        hub.close();
    }

    /** Lines of steps are logged by the threads of the plan, those of the job by its own. */
    @Test
    void linesOfAJobAndOfItsStepsNameConnectionSubjectAndJob() throws Exception {
        hub.scopeStack.approve(95001);
        hub.connectWise.faults().status("POST", "/project/projects/[0-9]+/phases$", 400, "{\"code\":\"InvalidObject\",\"message\":\"odd\"}", 1000);
        long job = hub.request(TestHub.CONNECTWISE, 95001, null);
        hub.ended(job);
        hub.connectWise.faults().clear();

        List<ILoggingEvent> ofThePush = lines.stream().filter(line -> line.getFormattedMessage().startsWith(TestHub.CONNECTWISE + ": ")).toList();
        assertThat(ofThePush).as("a line for each step that was refused").hasSizeGreaterThan(1).allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsAllEntriesOf(
            Map.of("connection", TestHub.CONNECTWISE, "flow", "push-project", "subject", "project:95001", "job", Long.toString(job))));
        JsonNode json = asJson(ofThePush.get(0));
        assertThat(json.path("subject").asText()).isEqualTo("project:95001");
        assertThat(json.path("message").asText()).startsWith(TestHub.CONNECTWISE);
    }

    private static JsonNode asJson(ILoggingEvent line) throws Exception {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        encoder.setFormat("logstash");
        encoder.start();
        return new ObjectMapper().readTree(encoder.encode(line));
    }
}
