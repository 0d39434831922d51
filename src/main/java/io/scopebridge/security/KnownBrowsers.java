package io.scopebridge.security;

import io.scopebridge.secret.HubSecrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * A browser that a user has logged in with gets a cookie, and is then throttled by itself: whoever guesses at the same address, such as
 * behind the same proxy, does not make it wait. The cookie permits nothing. All nodes know it.
 */
@Component
class KnownBrowsers {

    static final String COOKIE = "known-browser";

    private final Keyed key;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    KnownBrowsers(HubSecrets secrets) {
        this(new Keyed(secrets.current("browsers").key()));
    }

    KnownBrowsers(Keyed key) {
        this.key = key;
    }

    void remember(String user, HttpServletRequest request, HttpServletResponse response) {
        byte[] id = new byte[12];
        random.nextBytes(id);
        String named = HexFormat.of().formatHex(id);
        ResponseCookie cookie = ResponseCookie.from(COOKIE, named + "." + proof(named, user)).path("/login").httpOnly(true).secure(request.isSecure())
            .sameSite("Strict").maxAge(Duration.ofDays(90)).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Whether this browser got the cookie when this user logged in. */
    boolean knows(String cookie, String user) {
        String[] parts = cookie == null ? new String[0] : cookie.split("\\.", 2);
        return parts.length == 2 && MessageDigest.isEqual(proof(parts[0], user).getBytes(), parts[1].getBytes());
    }

    private String proof(String id, String user) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.digest(id, user));
    }
}
