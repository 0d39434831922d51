package io.scopebridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class KnownSecretsTest {

    private static final List<String> SECRETS = List.of("s3cr3t-8", "pa\"ss/w+ö rd&1", "x9?y8>z7~w6", "kJ4/8sd9+aa==", "line\nbreak-key");

    @BeforeAll
    static void sent() {
        KnownSecrets.note("tenant", SECRETS);
    }

    @Test
    void aSecretInASentenceIsRemovedHoweverItIsSpelled() throws JsonProcessingException {
        for (String secret : SECRETS) {
            String json = new ObjectMapper().writeValueAsString(secret);
            String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
            for (String spelled : List.of(secret, json.substring(1, json.length() - 1), url, url.replace("+", "%20"), Pattern.compile("%..").matcher(url).replaceAll(hex -> hex.group().toLowerCase()))) {
                assertThat(Redaction.of("The key " + spelled + " is not known.")).isEqualTo("The key [removed] is not known.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "company+public:", "user:"})
    void aSecretInBareBase64IsRemovedWhateverWasBeforeIt(String before) {
        for (String secret : SECRETS) {
            for (String after : List.of("", "!", "\r\n")) {
                byte[] bytes = (before + secret + after).getBytes(StandardCharsets.UTF_8);
                for (String encoded : List.of(Base64.getEncoder().encodeToString(bytes), Base64.getUrlEncoder().encodeToString(bytes), Base64.getEncoder().withoutPadding().encodeToString(bytes))) {
                    assertThat(Redaction.of("Got " + encoded + ", which is wrong")).as(secret).isEqualTo("Got [removed], which is wrong");
                }
            }
        }
    }

    @Test
    void aSecretOfTwoOwnersStaysWhenOneForgetsIt() {
        KnownSecrets.note("one", List.of("shared-s3cret"));
        KnownSecrets.note("two", List.of("shared-s3cret"));
        for (int token = 0; token < 50; token++) KnownSecrets.note("two", List.of("token-of-the-hour-" + token));

        assertThat(Redaction.of("Not shared-s3cret, nor token-of-the-hour-49, but token-of-the-hour-3")).isEqualTo("Not [removed], nor [removed], but token-of-the-hour-3");
    }

    @Test
    void severalSecretsNextToEachOtherAreRemoved() {
        assertThat(Redaction.of("s3cr3t-8s3cr3t-8 and s3cr3t-8")).isEqualTo("[removed][removed] and [removed]");
    }

    @Test
    void aTextIsCutAfterItsSecretsAreRemoved() {
        String text = "x".repeat(95) + "s3cr3t-8" + "y".repeat(50);

        assertThat(Redaction.of(text, 100)).isEqualTo("x".repeat(95) + "[remo");
    }

    @Test
    void aTextIsCutBetweenCharacters() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        for (int longest = 11; longest < 10 + family.length(); longest++) {
            assertThat(Redaction.of("0123456789" + family + " and s3cr3t-8", longest)).isEqualTo("0123456789");
        }
    }

    @Test
    void onlyTheNewestSecretsOfAnOwnerAreKept() {
        for (int i = 0; i < 30; i++) KnownSecrets.note("rotating", List.of("token-number-" + (100 + i)));

        assertThat(Redaction.of("token-number-129")).isEqualTo("[removed]");
        assertThat(Redaction.of("token-number-101")).isEqualTo("token-number-101");
    }

    @Test
    void otherTextsStay() {
        assertThat(Redaction.of("s3cr3t -8, and nothing else")).isEqualTo("s3cr3t -8, and nothing else");
    }
}
