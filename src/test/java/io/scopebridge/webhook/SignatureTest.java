package io.scopebridge.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.scopebridge.group.Fast;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class SignatureTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String OTHER = "whsec_OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=";
    private static final String NOW = String.valueOf(Instant.now().getEpochSecond());
    private static final String BODY = "{\"type\":\"project.changed\",\"project\":\"1\"}";

    @ParameterizedTest
    @ValueSource(strings = {"msg_1", "%s%d%n", "a.b.c", "{\"id\":1}", "' or 1=1 --", "v1,x v1,y", "a\tb", "<script>", "\\", "$1", "café", "ÿ"})
    void anIdOfAnySignsIsVerified(String id) throws Exception {
        assertThat(verified(id, signed(id))).isEqualTo(id);
        String longest = id.repeat(255 / id.length());
        assertThat(verified(longest, signed(longest))).isEqualTo(longest);
    }

    /** Node and Tomcat read header bytes as Latin-1; some clients write UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"café", "注文-1", "🚀"})
    void anIdInUtf8IsVerified(String id) throws Exception {
        String longest = id.repeat(255 / id.length());

        assertThat(verified(new String(longest.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), signed(longest))).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "v1,AAAA %s", "%s v1,AAAA", "v1a,AAAA v2,x %s", "  %s  ", "v1 v1, ,, v1,%%%% %s", "v9,%s %s"})
    void oneOfManySignaturesSuffices(String signatures) throws Exception {
        String own = signed("m");

        assertThat(verified("m", signatures.replace("%s", own).replace("%%", "%"))).isEqualTo("m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1,", ",", "v1=%s", "v2,%s", "V1,%s", "%s%s", "v1,null", "x"})
    void aSignatureThatIsNoneIsRefused(String signatures) throws Exception {
        String own = signed("m").substring(3);

        assertThatThrownBy(() -> verified("m", signatures.replace("%s", own))).isInstanceOf(Refused.class).hasMessageContaining("signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e9", "-1", "0", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1732700000.5", "2026-11-27T19:00:00Z", "٣"})
    void aTimeThatIsNoneOrFarOffIsRefused(String time) {
        assertThatThrownBy(() -> Signature.verified(List.of(SECRET), headers("m", time, signed("m")), body())).isInstanceOf(Refused.class).hasMessageContaining("webhook-timestamp");
    }

    @Test
    void anyOfTheSecretsMayHaveSigned() throws Exception {
        assertThat(Signature.verified(List.of(OTHER, SECRET), headers("m", NOW, signed("m")), body())).isEqualTo("m");
        assertThatThrownBy(() -> Signature.verified(List.of(OTHER), headers("m", NOW, signed("m")), body())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> verified("x".repeat(256), signed("m"))).isInstanceOf(Refused.class).hasMessageContaining("255");
    }

    @Test
    void aHeaderThatCameTwiceIsNotGuessed() throws Exception {
        Map<String, Object> headers = headers("m", NOW, signed("m"));
        headers.put("WEBHOOK-SIGNATURE", List.of(signed("m"), signed("m")));

        assertThatThrownBy(() -> Signature.verified(List.of(SECRET), headers, body())).isInstanceOf(Refused.class).hasMessageContaining("webhook-signature must be present exactly once");
    }

    private static String verified(String id, String signatures) {
        return Signature.verified(List.of(SECRET), headers(id, NOW, signatures), body());
    }

    private static String signed(String id) throws Exception {
        return new Webhook(SECRET).sign(id, Long.parseLong(NOW), BODY);
    }

    private static WebhookBody body() {
        return new WebhookBody(BODY);
    }

    private static Map<String, Object> headers(String id, String time, String signatures) {
        return new HashMap<>(Map.of("Webhook-Id", id, "webhook-timestamp", time, "WEBHOOK-SIGNATURE", signatures));
    }
}
