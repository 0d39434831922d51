package io.scopebridge.security.session;

import io.scopebridge.secret.HubSecrets;
import io.scopebridge.user.ConsoleUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.stereotype.Component;

/**
 * What a session says about the user who logged in: a keyed hash of name, role and credential, the same on all nodes. After a change of any
 * of them, also in the settings of a node, the session is worth nothing.
 */
@Component
class LoginStamp {

    private final byte[] key;

    LoginStamp(HubSecrets secrets) {
        key = secrets.current("sessions").key();
    }

    String of(ConsoleUser user) {
        byte[] hash = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(String.join("\0", user.source().name(), user.name(), user.role(), user.credential()).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
