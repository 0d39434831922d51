package io.scopebridge.address;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy as companies have one: it knows names that nobody else knows, wants a user and a password, opens tunnels with CONNECT, and
 * passes on plain requests that name a whole address.
 */
public final class ConnectProxy extends Sockets {

    private final Map<String, Integer> hosts = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile String credentials;

    public ConnectProxy() throws IOException {
        super(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        accept(this::serve);
    }

    /** Calls of this host, whatever the port, go to a port of this machine. */
    public ConnectProxy knows(String host, int port) {
        hosts.put(host, port);
        return this;
    }

    public ConnectProxy wants(String user, String password) {
        credentials = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Answers calls of this host with the status. */
    public void refuses(String host, int status) {
        refused.put(host, status);
    }

    /** The targets that were let through, such as {@code CONNECT api.example.com:443}. */
    public List<String> seen() {
        return List.copyOf(seen);
    }

    public void forget() {
        seen.clear();
        refused.clear();
    }

    public String address() {
        return "127.0.0.1:" + port();
    }

    private void serve(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        List<String> head = head(in);
        if (head.isEmpty()) {
            client.close();
            return;
        }
        String[] first = head.get(0).split(" ");
        boolean connect = first[0].equals("CONNECT");
        URI target = URI.create(connect ? "tunnel://" + first[1] : first[1]);
        int status = status(head, target);
        if (status != 200) {
            refuse(client, status);
            return;
        }
        seen.add(first[0] + " " + target.getRawAuthority());
        Socket onward = opened(new Socket(InetAddress.getLoopbackAddress(), hosts.get(target.getHost())));
        if (connect) {
            client.getOutputStream().write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            onward.getOutputStream().write((plain(head, target) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            onward.getOutputStream().write(body(in, head));
            List<String> answer = head(onward.getInputStream());
            client.getOutputStream().write((String.join("\r\n", answer) + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        join(client, onward);
    }

    private int status(List<String> head, URI target) {
        String wanted = credentials;
        if (wanted != null && head.stream().noneMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + wanted))) return 407;
        if (target.getHost() == null) return 400;
        return hosts.containsKey(target.getHost()) ? refused.getOrDefault(target.getHost(), 200) : refused.getOrDefault(target.getHost(), 502);
    }

    private static void refuse(Socket client, int status) throws IOException {
        byte[] page = "<html><body>Blocked by the company</body></html>".getBytes(StandardCharsets.US_ASCII);
        String challenge = status == 407 ? "Proxy-Authenticate: Basic realm=\"company\"\r\n" : "";
        client.getOutputStream().write(("HTTP/1.1 " + status + " Refused\r\n" + challenge + "Content-Type: text/html\r\nConnection: close\r\nContent-Length: "
            + page.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(page);
        client.close();
    }

    /** The request as the system gets it, once for each connection. */
    private static String plain(List<String> head, URI target) {
        List<String> lines = new ArrayList<>(head.stream().skip(1).filter(line -> !line.toLowerCase().matches("(proxy-[a-z]+|connection):.*")).toList());
        String[] first = head.get(0).split(" ");
        lines.add(0, first[0] + " " + target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()) + " HTTP/1.1");
        lines.add("Connection: close");
        return String.join("\r\n", lines);
    }

    private static byte[] body(InputStream in, List<String> head) throws IOException {
        int length = head.stream().filter(line -> line.toLowerCase().startsWith("content-length:")).map(line -> Integer.parseInt(line.substring(15).strip())).findFirst().orElse(0);
        return in.readNBytes(length);
    }

    private static List<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) return List.of();
            read.write(next);
        }
        return Arrays.asList(read.toString(StandardCharsets.ISO_8859_1).split("\r\n"));
    }
}
