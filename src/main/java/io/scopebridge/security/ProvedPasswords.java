package io.scopebridge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.scopebridge.user.ConsoleUser;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Passwords that were right, as keyed hashes, until they are not used for an hour: a program sends its password with each request, and
 * bcrypt would take a tenth of a second of a processor each time. They belong to the stored hash: after a change of the password nothing of it
 * is right any more. A password that is in use needs no second check, which the parallel requests of the program would have to wait for.
 */
@Component
class ProvedPasswords {

    private static final Duration UNUSED = Duration.ofHours(1);

    private final Keyed key = new Keyed();
    private final Cache<String, byte[]> digests;

    ProvedPasswords() {
        this(Ticker.systemTicker());
    }

    ProvedPasswords(Ticker ticker) {
        digests = Caffeine.newBuilder().ticker(ticker).maximumSize(10_000).expireAfterAccess(UNUSED).build();
    }

    void add(ConsoleUser user, String password) {
        digests.put(user.name(), digest(user, password));
    }

    boolean contains(ConsoleUser user, String password) {
        byte[] known = digests.getIfPresent(user.name());
        return known != null && MessageDigest.isEqual(known, digest(user, password));
    }

    /** The same for equal passwords of one name at one place, as long as the hub runs. */
    String same(String name, String password, String place) {
        return HexFormat.of().formatHex(key.digest(name, password, place));
    }

    private byte[] digest(ConsoleUser user, String password) {
        return key.digest(user.name(), password, user.hash());
    }
}
