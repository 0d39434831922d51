package io.scopebridge.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256. */
final class Keyed {

    private static final String KIND = "HmacSHA256";

    private final SecretKeySpec key;

    /** Under a key that only this process has. */
    Keyed() {
        this(random());
    }

    Keyed(byte[] bytes) {
        key = new SecretKeySpec(bytes, KIND);
    }

    private static byte[] random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return random;
    }

    byte[] digest(String... parts) {
        try {
            Mac mac = Mac.getInstance(KIND);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
