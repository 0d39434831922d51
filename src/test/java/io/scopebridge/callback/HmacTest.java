package io.scopebridge.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

@Fast
class HmacTest {

    /** RFC 4231, test case 2. */
    private static final byte[] CONTENT = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    private static final byte[] KEY = "Jefe".getBytes(StandardCharsets.UTF_8);
    private static final String HEX = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private final Hmac hmac = new Hmac();

    @Test
    void aSignatureFitsInEitherSpellingAndWithAnyOfTheKeys() {
        String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(HEX));

        assertThat(hmac.fits(CONTENT, HEX, List.of(KEY))).isTrue();
        assertThat(hmac.fits(CONTENT, HEX.toUpperCase(), List.of(KEY))).isTrue();
        assertThat(hmac.fits(CONTENT, " " + base64 + "\n", List.of(KEY))).isTrue();
        assertThat(hmac.fits(CONTENT, base64, List.of("other".getBytes(StandardCharsets.UTF_8), KEY))).isTrue();
    }

    @Test
    void whatIsNoSignatureFitsNothing() {
        for (String signature : new String[] {null, "", " ", "not base64!", HEX.substring(2), HEX.replace('5', '6')}) {
            assertThat(hmac.fits(CONTENT, signature, List.of(KEY))).as("%s", signature).isFalse();
        }
        assertThat(hmac.fits(CONTENT, HEX, List.of())).isFalse();
        assertThat(hmac.fits(new byte[0], HEX, List.of(KEY))).isFalse();
    }

    @Test
    void digestsAreThoseOfSha256() {
        assertThat(HexFormat.of().formatHex(hmac.sha256("abc"))).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
