package io.scopebridge.security;

import static io.scopebridge.console.WebClient.PASSWORD;
import static io.scopebridge.console.WebClient.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.console.ConsoleHub;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleHub
@StartsHub
class JolokiaPolicyTest {

    private static final String CONTEXT = "org.apache.camel:context=scopebridge,type=context,name=\\\"scopebridge\\\"";

    @LocalServerPort
    int port;
    private WebClient admin;

    @BeforeEach
    void logIn() throws Exception {
        admin = WebClient.loggedIn(port, "admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/hawtio/jolokia", "/actuator/jolokia"})
    void bulkRequestsAndBodiesAreBounded(String path) throws Exception {
        String one = "{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"attribute\":\"Uptime\"}";
        assertThat(admin.post(path, bulk(one, 1000)).statusCode()).isEqualTo(200);
        assertThat(admin.post(path, bulk(one, 1001)).statusCode()).as("1001 requests").isEqualTo(413);
        assertThat(admin.post(path, bulk("{}", 20_000)).statusCode()).as("20,000 requests").isEqualTo(413);
        assertThat(admin.post(path, "[" + " ".repeat(1_200_000) + "]").statusCode()).as("1.2 MB").isEqualTo(413);
        assertThat(admin.form(path, bulk(one, 1001), "X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN").getValue()).statusCode()).as("as a form").isEqualTo(413);
    }

    private static String bulk(String one, int times) {
        return "[" + String.join(",", Collections.nCopies(times, one)) + "]";
    }

    @Test
    void theConsoleSeesRoutesUnderAStableName() throws Exception {
        JsonNode dump = admin.jolokia("{\"type\":\"exec\",\"mbean\":\"" + CONTEXT + "\",\"operation\":\"dumpRoutesAsXml()\"}");
        assertThat(dump.at("/status").asInt()).as(dump.toString()).isEqualTo(200);
        assertThat(dump.at("/value").asText()).contains("failing-flow");
    }

    /** The console reads the list of all MBeans at each load; steps, producers and consumers made it 8 MB. */
    @Test
    void camelShowsRoutesAndEndpointsAndNotEachOfTheirSteps() throws Exception {
        for (String type : new String[] {"routes", "endpoints", "context"}) assertThat(beans(type)).as(type).isPositive();
        for (String type : new String[] {"processors", "producers", "consumers"}) assertThat(beans(type)).as(type).isZero();
    }

    private int beans(String type) throws Exception {
        return admin.jolokia("{\"type\":\"search\",\"mbean\":\"org.apache.camel:context=scopebridge,type=" + type + ",*\"}").path("value").size();
    }

    @Test
    void aRequestCannotNameAnotherServer() throws Exception {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(1_000);
            admin.jolokia("{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"target\":{\"url\":"
                    + "\"service:jmx:rmi:///jndi/rmi://127.0.0.1:" + elsewhere.getLocalPort() + "/jmxrmi\"}}");
            assertThatThrownBy(elsewhere::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
        assertThatThrownBy(() -> Class.forName("org.jolokia.service.jsr160.Jsr160RequestHandler")).isInstanceOf(ClassNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sendBody(java.lang.String,java.lang.Object)", "sendStringBody(java.lang.String,java.lang.String)"})
    void camelCannotBeMadeToWriteFiles(String operation, @TempDir Path folder) throws Exception {
        JsonNode answer = admin.jolokia("{\"type\":\"exec\",\"mbean\":\"" + CONTEXT + "\",\"operation\":\"" + operation
                + "\",\"arguments\":[\"file:" + folder + "?fileName=made.txt\",\"x\"]}");
        assertThat(answer.at("/status").asInt()).isEqualTo(403);
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void theVirtualMachineIsNotCommanded() throws Exception {
        JsonNode answer = admin.jolokia("{\"type\":\"exec\",\"mbean\":\"com.sun.management:type=DiagnosticCommand\",\"operation\":\"vmSystemProperties\"}");
        assertThat(answer.at("/status").asInt()).isIn(403, 404);
        assertThat(answer.has("value")).isFalse();
    }

    @Test
    void noDebuggerOpensAPort() {
        assertThat(getClass().getResource("/META-INF/services/org/apache/camel/debugger-factory")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"attribute\":\"SystemProperties\"}",
        "{\"type\":\"write\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"Verbose\",\"value\":true}",
        "{\"type\":\"exec\",\"mbean\":\"java.lang:type=Memory\",\"operation\":\"gc\"}",
        "{\"type\":\"exec\",\"mbean\":\"java.util.logging:type=Logging\",\"operation\":\"setLoggerLevel\",\"arguments\":[\"x\",\"INFO\"]}",
    })
    void evenAdminsGetOnlyWhatThePagesNeed(String request) throws Exception {
        JsonNode answer = admin.jolokia(request);
        assertThat(answer.at("/status").asInt()).as(answer.toString()).isEqualTo(403);
    }

    @Test
    void nobodySubscribesToNotifications() throws Exception {
        JsonNode answer = admin.jolokia("{\"type\":\"notification\",\"command\":\"register\"}");
        assertThat(answer.at("/value/backend/sse").isMissingNode()).as(answer.toString()).isTrue();
        assertThat(answer.at("/value/backend/pull").isMissingNode()).isTrue();
    }

    @Test
    void onlyAdminsStopRoutesAndOnlyOperatorsRetry() throws Exception {
        String stop = "{\"type\":\"exec\",\"mbean\":\"org.apache.camel:context=scopebridge,type=routes,name=\\\"queued\\\"\",\"operation\":\"stop()\"}";
        String retry = "{\"type\":\"exec\",\"mbean\":\"io.scopebridge:type=Log,name=Log\",\"operation\":\"retry\",\"arguments\":[999999,\"the company is active again\"]}";
        String list = "{\"type\":\"exec\",\"mbean\":\"io.scopebridge:type=Log,name=Log\",\"operation\":\"list\",\"arguments\":[\"\",5]}";
        WebClient viewer = WebClient.loggedIn(port, "vera");
        WebClient operator = WebClient.loggedIn(port, "olga");

        assertThat(viewer.jolokia(stop).at("/status").asInt()).isEqualTo(403);
        assertThat(operator.jolokia(stop).at("/status").asInt()).isEqualTo(403);
        assertThat(admin.jolokia(stop).at("/status").asInt()).isEqualTo(200);

        assertThat(viewer.jolokia(retry).at("/status").asInt()).isEqualTo(403);
        assertThat(operator.jolokia(retry).toString()).contains("There is no log entry 999999");
        assertThat(viewer.jolokia(list).at("/status").asInt()).isEqualTo(200);
    }

    @Test
    void theProxyOfTheConsoleStaysShut() throws Exception {
        for (String path : new String[] {"/actuator/hawtio/proxy/http/127.0.0.1/" + port + "/api/log", "/hawtio/proxy/http/127.0.0.1/" + port + "/api/log"}) {
            assertThat(admin.get(path).statusCode()).isEqualTo(403);
        }
        assertThat(admin.get("/actuator/hawtio/proxy/enabled").statusCode()).isEqualTo(200);
    }

    @Test
    void jolokiaOverGetIsRefused() throws Exception {
        assertThat(admin.get("/actuator/jolokia/read/java.lang:type=Memory/HeapMemoryUsage").body()).contains("403");
        assertThat(admin.get("/actuator/hawtio/jolokia/exec/io.scopebridge:name=Log,type=Log/retry/999999").body()).contains("403").doesNotContain("There is no log entry");
        assertThat(new WebClient(port).send("POST", "/actuator/jolokia", "{\"type\":\"version\"}", basic("vera", PASSWORD)).statusCode()).isEqualTo(200);
    }
}
