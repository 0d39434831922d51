package io.scopebridge.security.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.address.CertificateAuthority;
import io.scopebridge.address.ConnectProxy;
import io.scopebridge.address.HubCallParts;
import io.scopebridge.address.TlsEnd;
import io.scopebridge.group.StartsServer;
import io.scopebridge.practice.signon.PracticeProvider;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@StartsServer
class SignOnProviderTest {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static PracticeProvider practice;

    @BeforeAll
    static void start() throws Exception {
        practice = new PracticeProvider();
    }

    @AfterAll
    static void stop() {
        practice.close();
    }

    @BeforeEach
    void honest() {
        practice.person(Map.of());
    }

    private static SignOnSettings settings(String issuer, String secret, String file, List<String> viewers) {
        return new SignOnSettings(issuer, "scopebridge", secret, file, "Contoso", List.of("openid"), "preferred_username", "roles", viewers, List.of(), List.of(), Duration.ofHours(8));
    }

    private static SignOnProvider provider() throws GeneralSecurityException {
        return provider(practice.issuer(), "none", null);
    }

    private static SignOnProvider provider(String issuer, String proxy, Path authorities) throws GeneralSecurityException {
        return new SignOnProvider(settings(issuer, PracticeProvider.SECRET, "", List.of("staff")), new ProviderCalls(HubCallParts.calls(proxy, authorities)));
    }

    /** The practice provider under another address. */
    private static void isAt(String issuer) throws JsonProcessingException {
        practice.answer(METADATA, new ObjectMapper().writeValueAsString(practice.metadata()).replace(practice.issuer(), issuer));
    }

    @Test
    void aCertificateOfTheCompanysAuthorityIsAcceptedAndAnotherIssuerIsNamed(@TempDir Path folder) throws Exception {
        CertificateAuthority own = new CertificateAuthority(folder, "Contoso Root CA");
        try (TlsEnd front = new TlsEnd(own.issue("localhost"), practice.issuer())) {
            isAt(front.url());
            assertThat(provider(front.url(), "none", own.pem()).known().registration().getProviderDetails().getTokenUri()).isEqualTo(front.url() + "/token");
            assertThatThrownBy(() -> provider(front.url(), "none", null).known()).isInstanceOf(ProviderAway.class).hasMessageContainingAll("Contoso Root CA", "does not trust");
        }
    }

    @Test
    void theProxyOfTheHubLeadsToTheProvider(@TempDir Path folder) throws Exception {
        CertificateAuthority own = new CertificateAuthority(folder, "Contoso Root CA");
        String issuer = "https://login.example.com";
        try (TlsEnd front = new TlsEnd(own.issue("login.example.com"), practice.issuer());
             ConnectProxy proxy = new ConnectProxy().knows("login.example.com", URI.create(front.url()).getPort()).wants("hub", "s3cret")) {
            isAt(issuer);
            assertThat(provider(issuer, "http://hub:s3cret@" + proxy.address(), own.pem()).known().registration().getClientId()).isEqualTo("scopebridge");
            assertThat(proxy.seen()).containsExactly("CONNECT login.example.com:443");
        }
    }

    @Test
    void onlyAlgorithmsWithAKeyPairAreAccepted() throws Exception {
        assertThat(provider().known().algorithms()).extracting(Enum::name).containsExactly("RS256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "<html>", "null", "{}", "7"})
    void oddMetadataIsNoProvider(String body) {
        practice.answer(METADATA, body);
        assertThatThrownBy(() -> provider().known()).isInstanceOf(ProviderAway.class);
    }

    @ParameterizedTest
    @CsvSource({"issuer, https://evil.example.com", "authorization_endpoint, javascript:alert(1)", "token_endpoint, http://login.example.com/token", "jwks_uri, file:///etc/passwd",
        "userinfo_endpoint, //login.example.com", "end_session_endpoint, 7", "id_token_signing_alg_values_supported, HS256"})
    void metadataWithAnUnsafePartIsNoProvider(String part, String value) throws Exception {
        Map<String, Object> metadata = practice.metadata();
        metadata.put(part, part.startsWith("id_token") ? List.of(value) : value);
        practice.answer(METADATA, new ObjectMapper().writeValueAsString(metadata));
        assertThatThrownBy(() -> provider().known()).isInstanceOf(ProviderAway.class);
    }

    /** However many people follow the link meanwhile. */
    @Test
    void aProviderThatIsAwayIsAskedOnceInFiveSeconds() throws Exception {
        practice.up(false);
        SignOnProvider provider = provider();
        int before = practice.calls();
        for (int i = 0; i < 20; i++) assertThatThrownBy(provider::known).isInstanceOf(ProviderAway.class);
        assertThat(practice.calls() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.com", "ftp://login.example.com", "login.example.com", "https://", "https://a b", "http://127.0.0.1.evil.example.com"})
    void anIssuerWithoutTlsIsRefusedAtTheStart(String issuer) {
        assertThatThrownBy(() -> settings(issuer, "", "", List.of("staff"))).hasMessageContaining("issuer must be an https URL");
    }

    @Test
    void settingsThatCannotWorkAreRefusedAtTheStart(@TempDir Path folder) {
        assertThatThrownBy(() -> settings("https://login.example.com", "", "", List.of())).hasMessageContaining("nobody could sign on");
        assertThatThrownBy(() -> settings("https://login.example.com", "", folder.resolve("none").toString(), List.of("staff"))).hasMessageContaining("client-secret-file").hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> settings("https://login.example.com", "s", "f", List.of("staff"))).hasMessageContaining("cannot both be set");
        assertThat(settings("", "", "", List.of()).isOn()).isFalse();
    }
}
