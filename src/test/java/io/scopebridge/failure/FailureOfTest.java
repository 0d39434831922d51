package io.scopebridge.failure;

import static io.scopebridge.failure.FailureClass.AUTHENTICATION;
import static io.scopebridge.failure.FailureClass.BUG;
import static io.scopebridge.failure.FailureClass.DUPLICATE;
import static io.scopebridge.failure.FailureClass.RATE_LIMIT;
import static io.scopebridge.failure.FailureClass.TRANSIENT;
import static io.scopebridge.failure.FailureClass.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.StartsServer;
import io.scopebridge.remote.NoAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.BadSqlGrammarException;

@StartsServer
class FailureOfTest {

    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();
    private static ProducerTemplate camel;

    @BeforeAll
    static void start() {
        CAMEL.start();
        camel = CAMEL.createProducerTemplate();
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
    }

    private static Failure failureOf(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            return FailureOf.of(e);
        }
        throw new AssertionError("It should have failed");
    }

    @Test
    void aKnownFailureStaysAsItIsHoweverDeepItLies() {
        Failure known = Failure.of(DUPLICATE, "It exists.", "Leave it.");
        assertThat(FailureOf.of(new CamelExecutionException("x", null, new RuntimeCamelException(new RemoteFailure(known))))).isSameAs(known);
    }

    @Test
    void dataThatCannotBeReadIsNoLostConnection() {
        record Row(int number) {
        }
        Failure field = failureOf(() -> new ObjectMapper().convertValue(Map.of("number", "many"), Row.class));
        assertThat(field.type()).isEqualTo(VALIDATION);
        assertThat(field.field()).isEqualTo("number");
        assertThat(field.cause()).contains("number does not have the expected form").doesNotContain("connection");

        Failure text = FailureOf.of(new RuntimeCamelException(assertThrows(JsonProcessingException.class, () -> new ObjectMapper().readTree("{\"a\":"))));
        assertThat(text.type()).isEqualTo(VALIDATION);
        assertThat(text.cause()).contains("cannot be read");
    }

    @Test
    void aRefusedConnectionNamesTheHost() throws Exception {
        int shut;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            shut = socket.getLocalPort();
        }
        Failure failure = failureOf(() -> camel.requestBody("http://127.0.0.1:" + shut + "/x?connectTimeout=2000", "", String.class));
        assertThat(failure.type()).isEqualTo(TRANSIENT);
        assertThat(failure.cause()).startsWith("127.0.0.1:" + shut + " refused the connection.");
        assertThat(failure.remedy()).contains("firewall");
    }

    @Test
    void silenceAndACutConnectionAreToldApart() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            Failure silent = failureOf(() -> {
                try {
                    camel.requestBody(url + "?responseTimeout=300", "", String.class);
                } catch (CamelExecutionException e) {
                    throw new NoAnswer("GET " + url + " had no answer", true, e.getCause());
                }
            });
            assertThat(silent.type()).isEqualTo(TRANSIENT);
            assertThat(silent.cause()).startsWith("127.0.0.1:" + server.getLocalPort() + " did not respond in time.");
            server.accept().close();

            Thread cutter = new Thread(() -> {
                try (Socket caller = server.accept()) {
                    caller.getInputStream().read();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            cutter.start();
            Failure cut = failureOf(() -> camel.requestBody(url + "?responseTimeout=3000", "", String.class));
            cutter.join();
            assertThat(cut.type()).isEqualTo(TRANSIENT);
            assertThat(cut.cause()).contains("closed the connection");
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        Failure failure = FailureOf.of(new NoAnswer("no answer", false, new java.net.UnknownHostException("api-xx.example.invalid: Name or service not known")));
        assertThat(failure.type()).isEqualTo(TRANSIENT);
        assertThat(failure.cause()).startsWith("api-xx.example.invalid cannot be resolved");
    }

    @Test
    void anHttpErrorWithoutADiagnosisGoesByItsStatus() {
        assertThat(FailureOf.of(new HttpOperationFailedException("https://example.com/a?b", 401, "Unauthorized", null, null, "no")).type()).isEqualTo(AUTHENTICATION);
        Failure limited = FailureOf.of(new HttpOperationFailedException("https://example.com/a", 429, "Slow", null, Map.of("retry-after", "17"), "wait"));
        assertThat(limited.type()).isEqualTo(RATE_LIMIT);
        assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(limited.cause()).isEqualTo("example.com responded with HTTP 429 Slow.");
        assertThat(FailureOf.of(new HttpOperationFailedException("https://example.com/a", 503, null, null, null, null)).type()).isEqualTo(TRANSIENT);
    }

    @Test
    void aDatabaseThatIsDownPassesAndAWrongStatementDoesNot() {
        assertThat(FailureOf.of(new RuntimeCamelException(new DataAccessResourceFailureException("x", new SQLException("connection lost")))))
                .satisfies(failure -> {
                    assertThat(failure.type()).isEqualTo(TRANSIENT);
                    assertThat(failure.cause()).contains("connection lost");
                });
        assertThat(FailureOf.of(new BadSqlGrammarException("read", "select", new SQLException("no such column"))).type()).isEqualTo(BUG);
    }

    @Test
    void aBrokenMappingSaysWhereAndWhomToAsk() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new org.apache.camel.builder.RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:mapping").errorHandler(noErrorHandler())
                            .transform(datasonnet("{ a: payload.absent.name }", String.class, "application/json", "application/json"));
                }
            });
            context.start();
            Failure failure = failureOf(() -> context.createProducerTemplate().requestBody("direct:mapping", "{}", String.class));
            assertThat(failure.type()).isEqualTo(BUG);
            assertThat(failure.cause()).isEqualTo("A mapping failed: Field does not exist: absent\n    at line 1 column 13 of the transformation");
            assertThat(failure.remedy()).contains("mappings");
        }
    }

    @Test
    void anythingElseIsABugEvenNothingAndACircle() {
        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalArgumentException("two", one));
        assertThat(FailureOf.of(one).cause()).isEqualTo("The hub or one of its routes failed: one");
        assertThat(FailureOf.of(new NullPointerException()).cause()).contains("NullPointerException");
        assertThat(FailureOf.of(null).type()).isEqualTo(BUG);
    }
}
