package io.scopebridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class RedactionTest {

    private static final String SECRET = "q7Zx81LmPw4";

    static Stream<String> names() {
        return Stream.of("authorization", "proxy-authorization", "secret", "client_secret", "client-secret", "clientsecret", "apiSecret", "api_secret", "user-secret", "private_key", "privateKey", "private-key",
            "api_key", "apiKey", "api-key", "access_key", "accessKey", "access-key", "api_integration_code", "ApiIntegrationCode", "api-integration-code", "access_token", "accessToken", "refresh-token", "id_token",
            "idToken", "password", "passwd", "cookie", "set-cookie", "whsec").flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNamedCredentialIsRemovedHoweverItIsWritten(String name) {
        for (String text : List.of(name + ": " + SECRET, "{\"" + name + "\": \"" + SECRET + "\"}", "{\\\"" + name + "\\\":\\\"" + SECRET + "\\\"}", "a=1&" + name + "=" + SECRET + "&b=2")) {
            assertThat(Redaction.of(text)).as(text).doesNotContain(SECRET).contains("[removed]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic " + SECRET, "sent with bearer  " + SECRET, "https://user:" + SECRET + "@psa.example.com/", "whsec_" + SECRET, "-----BEGIN RSA PRIVATE KEY-----\n" + SECRET + "\n-----END RSA PRIVATE KEY-----"})
    void aCredentialIsKnownByItsForm(String text) {
        assertThat(Redaction.of("Before. " + text + " after")).doesNotContain(SECRET).startsWith("Before. ").contains("[removed]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"key\": \"value\", \"code\": 12}", "The project 12 has no company.", "https://psa.example.com/apis/3.0?page=2", "mail@example.com"})
    void otherTextsStay(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }
}
