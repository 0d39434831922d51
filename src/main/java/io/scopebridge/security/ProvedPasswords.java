package io.scopebridge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.security.MessageDigest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Passwords that were right, as keyed hashes, until they are not used for an hour: a program sends its password with each request, and
 * bcrypt would take a tenth of a second of a processor each time. Users do not change while the hub runs, so a password that is in use needs
 * no second check, which the parallel requests of the program would have to wait for.
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

    void add(String user, String password) {
        digests.put(user, key.digest(user, password));
    }

    boolean contains(String user, String password) {
        byte[] known = digests.getIfPresent(user);
        return known != null && MessageDigest.isEqual(known, key.digest(user, password));
    }
}
