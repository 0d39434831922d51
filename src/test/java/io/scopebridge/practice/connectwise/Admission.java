package io.scopebridge.practice.connectwise;

import io.scopebridge.practice.Refusal;
import io.scopebridge.practice.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers that every call of the API needs. */
class Admission {

    static final String COMPANY = "practice";
    static final String PUBLIC_KEY = "practicePublic";
    static final String PRIVATE_KEY = "practicePrivate";
    static final String CLIENT_ID = "00000000-0000-4000-8000-0000000000c1";

    private static final Pattern ACCEPT = Pattern.compile("application/vnd\\.connectwise\\.com\\+json; ?version=([^,; ]+).*");
    private static final String AUTHORIZATION = "Basic " + Base64.getEncoder()
        .encodeToString((COMPANY + "+" + PUBLIC_KEY + ":" + PRIVATE_KEY).getBytes(StandardCharsets.UTF_8));

    private volatile List<String> versions = List.of("2022.1", "2022.2", "2023.1", "2024.1", "2025.1");

    void versions(List<String> known) {
        versions = List.copyOf(known);
    }

    List<String> versions() {
        return versions;
    }

    boolean knows(Request request) {
        return request.header("authorization").orElse("").equals(AUTHORIZATION);
    }

    void check(Request request) {
        if (!knows(request)) {
            throw Errors.refusal(401, "Incorrect public/private key");
        }
        if (!request.header("clientid").orElse("").equals(CLIENT_ID)) {
            throw Errors.refusal(400, "The clientId header is missing or the clientId is not registered");
        }
        String version = version(request);
        if (!versions.contains(version)) {
            throw new Refusal(Errors.answer(400, "ConnectWiseApi",
                "The requested resource does not support the API version '" + version + "'."));
        }
        boolean json = request.header("content-type").filter(type -> type.startsWith("application/json")).isPresent();
        if (!request.body().isEmpty() && !json) throw Errors.refusal(415, "The body must be application/json");
    }

    /** The real system serves its newest model without a version; here that counts as an unknown version. */
    static String version(Request request) {
        Matcher accept = ACCEPT.matcher(request.header("accept").orElse(""));
        return accept.matches() ? accept.group(1) : "0.0";
    }
}
