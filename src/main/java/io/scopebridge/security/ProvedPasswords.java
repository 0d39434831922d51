package io.scopebridge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Passwords that were right within the last minutes, as keyed hashes: a program sends its password with each request, and bcrypt would
 * take a tenth of a second of a processor each time. Users do not change while the hub runs.
 */
@Component
class ProvedPasswords {

    private final Keyed key = new Keyed();
    private final Cache<String, byte[]> digests = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(10)).build();

    void add(String user, String password) {
        digests.put(user, key.digest(user, password));
    }

    boolean contains(String user, String password) {
        byte[] known = digests.getIfPresent(user);
        return known != null && MessageDigest.isEqual(known, key.digest(user, password));
    }
}
