package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls back whoever registered for a type of record, signed, and comes again twice after 404, 409, 419 and 429. */
class Deliveries {

    static final String KEY_PATH = "/login/callback-keys/";

    private static final Map<String, String> TYPES = Map.of("opportunities", "opportunity", "companies", "company", "projects", "project");
    private static final Set<Integer> AGAIN = Set.of(404, 409, 419, 429);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final PracticeConnectWise server;
    private volatile String keyId = UUID.randomUUID().toString();
    private volatile String signingKey = UUID.randomUUID().toString();
    private final List<PracticeConnectWise.Delivered> delivered = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "PracticeConnectWise callbacks");
        thread.setDaemon(true);
        return thread;
    });

    Deliveries(PracticeConnectWise server) {
        this.server = server;
    }

    Answer key(Request request) {
        if (!request.groups().get(0).equals(keyId)) throw Errors.refusal(404, "There is no such key");
        return Answer.of(200, Errors.object().put("signing_key", signingKey));
    }

    /** Keys are exchanged now and then. */
    void useAnotherKey() {
        keyId = UUID.randomUUID().toString();
        signingKey = UUID.randomUUID().toString();
    }

    String keyUrl() {
        return server.url() + KEY_PATH + keyId;
    }

    List<PracticeConnectWise.Delivered> delivered() {
        return List.copyOf(delivered);
    }

    /** @param action added, updated or deleted */
    void tell(String records, ObjectNode record, String action) {
        String type = TYPES.get(records);
        if (type == null) return;
        server.records().all("callbacks").stream()
            .filter(callback -> callback.path("type").asText().equalsIgnoreCase(type) && !callback.path("inactiveFlag").asBoolean())
            .filter(callback -> callback.path("level").asText().equalsIgnoreCase("owner"))
            .forEach(callback -> send(callback.path("url").asText() + record.path("id").asText() + "&action=" + action,
                body(callback, type, record, action)));
    }

    String signature(String body) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256").digest(signingKey.getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String body(ObjectNode callback, String type, ObjectNode record, String action) {
        ObjectNode body = Errors.object().put("MessageId", UUID.randomUUID().toString()).put("FromUrl", server.url().replaceFirst(".*//", ""))
            .put("CompanyId", PracticeConnectWise.COMPANY_ID).put("MemberId", server.apiMember()).put("Action", action).put("Type", type)
            .put("ID", record.path("id").asLong()).put("ProductInstanceId", (String) null).put("PartnerId", (String) null)
            .put("Entity", action.equals("deleted") ? null : record.toString()).put("CallbackObjectRecId", callback.path("id").asLong());
        body.putObject("Metadata").put("key_url", keyUrl());
        return body.toString();
    }

    private void send(String url, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(LONGEST).header("Content-Type", "application/json")
            .header("x-content-signature", signature(body)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
        senders.execute(() -> {
            try {
                for (int seconds : new int[] {2, 4, 0}) {
                    int status = status(request);
                    delivered.add(new PracticeConnectWise.Delivered(url, body, status));
                    if (!AGAIN.contains(status)) return;
                    Thread.sleep(seconds * 1000L);
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** 0 when nobody answered in time. */
    private int status(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobodyThere) {
            return 0;
        }
    }
}
