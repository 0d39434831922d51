package io.scopebridge.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hashes of the audit trail: HMAC-SHA256 in hexadecimal. */
final class ChainHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    ChainHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** What the hash of the first entry from before the chains includes. */
    String origin() {
        return mac("start");
    }

    /** @param previous the hash of the entry from before the chains that comes before */
    String start(String previous, long id, AuditRow row) {
        return mac("before\n" + previous + '\n' + id + '\n' + row.canonical());
    }

    /** @param start the hash of the last entry from before the chains */
    String first(String start, int chain) {
        return mac("chain\n" + start + '\n' + chain);
    }

    String link(String previous, int chain, long link, long id, AuditRow row) {
        return mac("link\n" + previous + '\n' + chain + '\n' + link + '\n' + id + '\n' + row.canonical());
    }

    /** Of the newest link: without it, the last entries could be removed and the head set back. */
    String seal(int chain, long link, String hash) {
        return mac("head\n" + chain + '\n' + link + '\n' + hash);
    }

    static boolean same(String one, String other) {
        return one != null && other != null && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}
