package io.scopebridge.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets with AES-256-GCM. A sealed secret is {@code 1:<key id>:<base64 of iv and cipher text>} and can be opened only for the
 * connection and path it was sealed for, so that it cannot be moved to another row. One key writes; former keys only read.
 */
public class SecretBox {

    private static final String VERSION = "1";
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** By id; the one that writes first. */
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String writing;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes */
    public SecretBox(byte[] key) {
        this(key, List.of());
    }

    /**
     * @param key    32 bytes; encrypts
     * @param former keys that only read
     */
    public SecretBox(byte[] key, List<byte[]> former) {
        writing = add(key);
        former.forEach(this::add);
    }

    private String add(byte[] key) {
        if (key.length != 32) throw new IllegalArgumentException("An AES-256 key has 32 bytes, not " + key.length);
        String id = idOf(key);
        keys.putIfAbsent(id, new SecretKeySpec(key, "AES"));
        return id;
    }

    /** The id of the key that encrypts: the first 4 bytes of its SHA-256, in hexadecimal. It reveals nothing of the key. */
    public String writingKey() {
        return writing;
    }

    /** The ids of all keys, the one that encrypts first. */
    public Set<String> keyIds() {
        return keys.keySet();
    }

    /** The id of the key that sealed it; empty if it is not a sealed secret. */
    public static String keyOf(String sealed) {
        String[] parts = sealed.split(":", 3);
        return parts.length == 3 && parts[0].equals(VERSION) ? parts[1] : "";
    }

    public String seal(String secret, String connection, String path) {
        try {
            byte[] iv = new byte[IV_BYTES];
            random.nextBytes(iv);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, writing, iv, connection, path).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array();
            return VERSION + ":" + writing + ":" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime does not support AES-256-GCM", e);
        }
    }

    /** @throws UnreadableSecret if it was sealed with a key that this hub does not have, or for another connection or path */
    public String open(String sealed, String connection, String path) {
        String key = keyOf(sealed);
        if (key.isEmpty()) throw UnreadableSecret.damaged(connection, path);
        if (!keys.containsKey(key)) throw UnreadableSecret.ofAnotherKey(connection, path, key, keys.keySet());
        try {
            ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.split(":", 3)[2]));
            byte[] iv = new byte[IV_BYTES];
            whole.get(iv);
            byte[] text = new byte[whole.remaining()];
            whole.get(text);
            return new String(cipher(Cipher.DECRYPT_MODE, key, iv, connection, path).doFinal(text), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw UnreadableSecret.damaged(connection, path);
        }
    }

    /**
     * A short text that only a hub with this key gives for that name: by it the hub recognizes what it made in other systems, whatever
     * else changed there or here. It tells nothing of the key.
     *
     * @param key the id of one of the keys; of any other, the key that encrypts is used
     */
    public String mark(String key, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.getOrDefault(key, keys.get(writing)).getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("mark\n" + name).getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    private Cipher cipher(int mode, String key, byte[] iv, String connection, String path) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, iv));
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
