package io.scopebridge.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The bytes of a callback as they came: base64 of an HMAC-SHA256 of them, whose key is the SHA-256 of the signing key. */
record SignedBody(byte[] bytes, String signature) {

    boolean fits(String signingKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(sha256(signingKey.getBytes(StandardCharsets.UTF_8)), "HmacSHA256"));
            return MessageDigest.isEqual(mac.doFinal(bytes), Base64.getDecoder().decode(signature.strip()));
        } catch (IllegalArgumentException notBase64) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String hash() {
        try {
            return HexFormat.of().formatHex(sha256(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
