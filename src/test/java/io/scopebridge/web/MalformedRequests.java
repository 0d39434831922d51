package io.scopebridge.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Requests made of valid ones by damage, and what a hub responds to them. */
final class MalformedRequests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] TEXTS = {"", " ", "\0", "a\0b", "a\r\nSet-Cookie: x=y", "\uD83D", "\uD83D\uDE00", "\uFEFF", "../../x", "<b>", "'; drop table job; --", "%", "%s${x}", "null", "true",
        "-1", "999999999999999999999", "1e400", "NaN", "2026-13-45T99:99:99Z", "+999999999-12-31T23:59:59.999999999Z", "-999999999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "whsec_", "[1", "{}",
        "http://[", "https://x:99999999/", "ä".repeat(300), "x".repeat(70_000), "odd", "connectwise", "OPEN", "1"};
    private static final String[] VALUES = {"null", "true", "0", "-1", "9223372036854775808", "1e999", "0.1", "[]", "{}", "[[[[[]]]]]", "[null]", "{\"\":null}", "{\"a\":{\"b\":[{}]}}", "\"\"", "\"\\u0000\"", "\"\\ud800\""};
    private static final String[] TYPES = {"application/json", "application/json", "application/json", "application/json", "*/*", "application/*", "text/plain", "application/json;charset=x-unknown",
        "application/json; charset=utf-16", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded", ";;", "json", "application/problem+json", "application/json;charset=\"", ""};
    private static final String[] ACCEPTED = {"*/*", "application/json", "text/html", "text/csv", "image/png", ";;", "*/*;q=x", "application/*;q=0", ""};
    private static final String[] NAMES = {"limit", "after", "connection", "flow", "class", "state", "subject", "text", "from", "to", "search", "id", "who", "action", "outcome", "full", "confirmClosing", "q", "sort",
        "page", "company", "status", "\0", "a[b]", "a.b.c", "", "type", "project", "dryRun", "psa", "ids", "system"};

    private final List<String> paths;
    private final List<JsonNode> valid;
    private final String authorization;
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

    /** @param paths with method and variables, such as {@code GET /api/jobs/{id}} */
    MalformedRequests(List<String> paths, Object connection, String authorization) {
        this.paths = paths;
        this.authorization = authorization;
        this.valid = List.of(JSON.valueToTree(connection),
            json("{\"entries\":[1],\"search\":{\"connection\":\"odd\",\"flow\":\"push-project\",\"class\":\"BUG\",\"from\":\"2026-01-01T00:00:00Z\",\"text\":\"x\"},\"reason\":\"r\",\"dryRun\":true,\"payload\":{\"project\":\"1\",\"options\":{}},"
                + "\"begins\":\"NOW\",\"mapping\":\"current\",\"canary\":false,\"original\":true}"),
            json("{\"reason\":\"r\",\"options\":{\"tasks\":\"none\"},\"preview\":1,\"remoteId\":\"7\",\"step\":\"project\",\"company\":{\"id\":\"1\",\"name\":\"x\"}}"),
            json("{\"type\":\"project.create\",\"project\":\"1\",\"options\":{}}"), json("{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"Verbose\"}"),
            json("{\"Action\":\"updated\",\"Type\":\"opportunity\",\"ID\":1,\"Entity\":\"{}\"}"), json("{\"configuredLevel\":\"INFO\"}"));
    }

    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** What was not the sender's fault, by path and status, each with one request. */
    Map<String, String> send(int port, Random random, int many) throws IOException {
        Map<String, String> faults = new TreeMap<>();
        for (int i = 0; i < many; i++) {
            String path = paths.get(random.nextInt(paths.size()));
            byte[] request = request(path, random);
            int status = status(port, request);
            statuses.merge(status, 1, Integer::sum);
            if (status >= 500 || status < 200) faults.put(path + " " + status, shown(request));
        }
        return faults;
    }

    private static String shown(byte[] request) {
        String text = new String(request, StandardCharsets.UTF_8).replace("\0", "<NUL>");
        return text.length() > 1_500 ? text.substring(0, 1_500) + "..." : text;
    }

    private byte[] request(String path, Random random) throws IOException {
        String method = path.substring(0, path.indexOf(' '));
        StringBuilder head = new StringBuilder(random.nextInt(20) == 0 ? one(random, "PATCH", "HEAD", "OPTIONS", "PUT", "TRACE", "x") : method).append(' ');
        for (String part : path.substring(path.indexOf(' ') + 2).split("/")) head.append('/').append(part.startsWith("{") ? variable(method, random) : part);
        for (int i = random.nextInt(4); i > 0; i--) head.append(head.indexOf("?") < 0 ? '?' : '&').append(query(one(random, NAMES))).append('=').append(query(one(random, TEXTS)));
        head.append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (random.nextInt(12) > 0) head.append("Authorization: ").append(authorization).append("\r\n");
        head.append("Accept: ").append(one(random, ACCEPTED)).append("\r\n");
        byte[] body = method.equals("GET") && random.nextInt(10) > 0 ? new byte[0] : body(random);
        if (body.length > 0) head.append("Content-Type: ").append(one(random, TYPES)).append("\r\nContent-Length: ").append(body.length).append("\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        request.write(body);
        return request.toByteArray();
    }

    /** Of the connection that is there, except where it would be deleted. */
    private static String variable(String method, Random random) {
        return random.nextInt(3) > 0 && !method.equals("DELETE") ? one(random, "odd", "1", "connectwise") : query(one(random, TEXTS)).replaceAll("^(.{200}).*", "$1").replaceAll("%?.?$", "x");
    }

    private static String query(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.substring(0, Math.min(text.length(), 3_000)).getBytes(StandardCharsets.UTF_8)) {
            encoded.append(one >= '0' && one <= '9' || one >= 'a' && one <= 'z' ? String.valueOf((char) one) : String.format("%%%02X", one & 0xFF));
        }
        return encoded.toString();
    }

    private byte[] body(Random random) throws IOException {
        JsonNode whole = valid.get(random.nextInt(valid.size())).deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) whole = damaged(whole, random);
        byte[] bytes = JSON.writeValueAsString(whole).replace("\\uDCAA", "\\u0000").getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> flipped(bytes, random);
            case 2 -> new byte[random.nextInt(50)];
            case 3 -> one(random, "[", "{", "nul", "[[[[[[", "{\"a\":", "\"", "{\"a\":1}{\"a\":1}", "[" + "[".repeat(5_000), "{}", "[]", "null", "1", "\"x\"").getBytes(StandardCharsets.UTF_8);
            default -> bytes;
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int i = 0; i < 3 && bytes.length > 0; i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        return bytes;
    }

    /** One of its values replaced, renamed or removed. */
    private static JsonNode damaged(JsonNode whole, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(whole, containers);
        if (containers.isEmpty() || random.nextInt(20) == 0) return value(random);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ArrayNode array) array.add(value(random));
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() || random.nextInt(6) == 0 ? one(random, TEXTS) : names.get(random.nextInt(names.size()));
            if (random.nextInt(6) == 0) object.remove(name);
            else object.set(name, value(random));
        }
        return whole;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) containers.add(node);
        node.forEach(child -> collect(child, containers));
    }

    private static JsonNode value(Random random) {
        return random.nextBoolean() ? json(one(random, VALUES)) : JSON.getNodeFactory().textNode(one(random, TEXTS));
    }

    private static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** 0 if there is no response. */
    private static int status(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            byte[] line = new byte[12];
            InputStream in = socket.getInputStream();
            new DataInputStream(in).readFully(line);
            byte[] rest = new byte[8192];
            while (in.read(rest) >= 0) continue;
            return Integer.parseInt(new String(line, 9, 3, StandardCharsets.US_ASCII));
        } catch (EOFException | SocketException closed) {
            return 0;
        }
    }
}
