package io.scopebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import io.scopebridge.hub.Trickle;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The container with our limits and one servlet, which reads no body. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Fast
class BoundedConnectionsTest {

    private WebServer server;

    @BeforeAll
    void start() {
        ServerProperties properties = new ServerProperties();
        properties.getTomcat().getRemoteip().setInternalProxies("127\\.0\\.0\\.1");
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new Connector().boundedConnections(properties, new Slots(40, 100)).customize(factory);
        factory.addConnectorCustomizers(connector -> ((BoundedConnections) connector.getProtocolHandler()).longestHeaders(Duration.ofSeconds(1)));
        server = factory.getWebServer(context -> context.addServlet("any", new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().print("here");
            }
        }).addMapping("/*"));
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void headersThatTrickleAreGivenUp() throws Exception {
        try (Trickle slow = new Trickle(server.getPort(), 50, 50, "GET / HTTP/1.1\r\nX-Long: ")) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> slow.open() == 0);
        }
        try (Trickle slow = new Trickle(server.getPort(), 5, 5, "GE")) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> slow.open() == 0);
        }
    }

    /** The time counts for each request, not for the connection. */
    @Test
    void aConnectionThatIsUsedOftenStays() throws Exception {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.getPort())) {
            for (int i = 0; i < 8; i++) {
                assertThat(answer(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc")).contains(" 200 ", "here");
                Thread.sleep(300);
            }
        }
    }

    @Test
    void aBodyThatNobodyReadsHoldsNoThread() throws Exception {
        try (Trickle slow = new Trickle(server.getPort(), 260, 260, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx")) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> slow.open() == 0);
        }
    }

    @Test
    void anAddressHasItsShareOfConnectionsAndOthersHaveTheirs() throws Exception {
        opened("127.1.0.1", BoundedConnections.MOST_OF_ONE_ADDRESS, () -> {
            Awaitility.await().until(() -> answer("127.1.0.1").isEmpty());
            assertThat(answer("127.1.0.2")).contains(" 200 ");
        });
        Awaitility.await().until(() -> answer("127.1.0.1").contains(" 200 "));
    }

    /** A proxy has the connections of many people. */
    @Test
    void aProxyHasAsManyAsItNeeds() throws Exception {
        opened("127.0.0.1", BoundedConnections.MOST_OF_ONE_ADDRESS + 20, () -> assertThat(answer("127.0.0.1")).contains(" 200 "));
    }

    /** Silent connections from one address. */
    private void opened(String from, int many, Runnable meanwhile) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < many; i++) sockets.add(new Socket(InetAddress.getByName("127.0.0.1"), server.getPort(), InetAddress.getByName(from), 0));
            meanwhile.run();
        } finally {
            for (Socket socket : sockets) socket.close();
        }
    }

    private String answer(String from) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.getPort(), InetAddress.getByName(from), 0)) {
            return answer(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        } catch (IOException closed) {
            return "";
        }
    }

    private static String answer(Socket socket, String request) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        byte[] part = new byte[4096];
        for (int count = socket.getInputStream().read(part); count > 0; count = socket.getInputStream().read(part)) {
            answer.append(new String(part, 0, count, StandardCharsets.UTF_8));
            if (answer.toString().contains("here")) break;
        }
        return answer.toString();
    }
}
