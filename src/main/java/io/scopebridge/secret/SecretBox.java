package io.scopebridge.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets with AES-256-GCM. A sealed secret is {@code 1:<key id>:<base64 of iv and cipher text>} and can be opened only for the
 * connection and path it was sealed for, so that it cannot be moved to another row.
 */
public class SecretBox {

    private static final String VERSION = "1";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final String keyId;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes */
    public SecretBox(byte[] key) {
        if (key.length != 32) throw new IllegalArgumentException("An AES-256 key has 32 bytes, not " + key.length);
        this.key = new SecretKeySpec(key, "AES");
        this.keyId = idOf(key);
    }

    public String seal(String secret, String connection, String path) {
        try {
            byte[] iv = new byte[IV_BYTES];
            random.nextBytes(iv);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, connection, path).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
            return VERSION + ":" + keyId + ":" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime does not support AES-256-GCM", e);
        }
    }

    /** @throws UnreadableSecret if it was sealed with another key, or for another connection or path */
    public String open(String sealed, String connection, String path) {
        String[] parts = sealed.split(":", 3);
        if (parts.length != 3 || !parts[0].equals(VERSION)) throw UnreadableSecret.damaged(connection, path);
        if (!parts[1].equals(keyId)) throw UnreadableSecret.ofAnotherKey(connection, path, parts[1], keyId);
        try {
            ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(parts[2]));
            byte[] iv = new byte[IV_BYTES];
            whole.get(iv);
            byte[] text = new byte[whole.remaining()];
            whole.get(text);
            return new String(cipher(Cipher.DECRYPT_MODE, iv, connection, path).doFinal(text), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw UnreadableSecret.damaged(connection, path);
        }
    }

    /**
     * A short text that only a hub with this key gives for that name: by it the hub recognizes what it made in other systems, whatever
     * else changed there or here. It tells nothing of the key.
     */
    public String mark(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("mark\n" + name).getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    private Cipher cipher(int mode, byte[] iv, String connection, String path) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD((connection + '\n' + path).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
