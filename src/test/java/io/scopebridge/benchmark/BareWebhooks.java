package io.scopebridge.benchmark;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** The least that a durable webhook needs: a server, the same HMAC, one insert and its commit. In a process of its own: url, user, secret. */
final class BareWebhooks {

    private BareWebhooks() {
    }

    static void run(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(args[0]);
        database.setUsername(args[1]);
        database.setPassword("");
        database.setMaximumPoolSize(20);
        try (Connection db = database.getConnection()) {
            db.createStatement().execute("create table event (id varchar(200) primary key, body text not null)");
        }
        Webhook webhook = new Webhook(args[2]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newFixedThreadPool(50));
        server.createContext("/", exchange -> take(exchange, webhook, database));
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
        while (System.in.read() >= 0) { }
        System.exit(0);
    }

    private static void take(HttpExchange exchange, Webhook webhook, HikariDataSource database) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values));
            webhook.verify(body, headers);
            try (Connection db = database.getConnection(); PreparedStatement insert = db.prepareStatement("insert into event (id, body) values (?, ?)")) {
                insert.setString(1, headers.get("webhook-id").get(0));
                insert.setString(2, body);
                insert.executeUpdate();
            }
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(202, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (Exception e) {
            exchange.sendResponseHeaders(500, -1);
        }
    }
}
