package io.scopebridge.callback;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** HMAC-SHA256 for routes that check who sent a callback. */
@Component("hmac")
public class Hmac {

    private static final String ALGORITHM = "HmacSHA256";

    /** Whether the signature, base64 or hexadecimal, is that of the content with one of the keys. Compared in constant time. */
    public boolean fits(byte[] content, String signature, List<byte[]> keys) {
        byte[] given = decoded(signature);
        boolean fits = false;
        for (byte[] key : keys) fits |= MessageDigest.isEqual(mac(content, key), given);
        return fits;
    }

    /** For systems that sign with the digest of a key. */
    public byte[] sha256(String text) {
        return DigestUtils.sha256(text);
    }

    String hash(byte[] content) {
        return DigestUtils.sha256Hex(content);
    }

    /** Empty if it is neither. */
    private static byte[] decoded(String signature) {
        String text = signature == null ? "" : signature.strip();
        try {
            return text.matches("[0-9a-fA-F]{64}") ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] mac(byte[] content, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
