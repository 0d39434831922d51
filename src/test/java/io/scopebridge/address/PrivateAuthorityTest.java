package io.scopebridge.address;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems whose certificates come from a company's own authority. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class PrivateAuthorityTest {

    private TestHub hub;
    private CertificateAuthority trusted;
    private CertificateAuthority stranger;
    private Path folder;

    @BeforeAll
    void aHubThatTrustsOneAuthority(@TempDir Path home) {
        folder = home;
        trusted = new CertificateAuthority(home, "Contoso Root CA");
        stranger = new CertificateAuthority(home, "Fabrikam Inspection CA");
        hub = new TestHub(home).withFewOpportunities().with("scopebridge.tls.ca-file", trusted.pem().toString()).start();
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void aCertificateOfTheAuthorityIsAccepted() throws IOException {
        assertThat(signIn(trusted.issue("localhost")).path("state").asText()).isEqualTo("GRANTED");
    }

    @Test
    void anUnknownIssuerIsNamedWithTheSetting() throws IOException {
        JsonNode row = signIn(stranger.issue("localhost"));

        assertThat(row.path("state").asText()).isEqualTo("MISSING");
        assertThat(row.path("found").asText()).contains("localhost", "Fabrikam Inspection CA", "does not trust");
        assertThat(row.path("remedy").asText()).contains("scopebridge.tls.ca-file");
    }

    @Test
    void aFailedJobSaysTheSameAndIsNotTriedAgain() throws IOException {
        hub.connectWise.forgetReceived();
        try (TlsEnd front = new TlsEnd(stranger.issue("localhost"), hub.connectWise.url())) {
            hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("connectwise.host", front.url())));

            JsonNode job = hub.push(CONNECTWISE, 95010, Map.of());

            JsonNode entry = hub.log(CONNECTWISE).get(0);
            assertThat(entry.path("class").asText()).isEqualTo("CONFIGURATION");
            assertThat(entry.path("cause").asText()).contains("Fabrikam Inspection CA");
            assertThat(entry.path("remedy").asText()).contains("scopebridge.tls.ca-file");
            assertThat(job.path("attempts").asInt()).isEqualTo(1);
            assertThat(hub.connectWise.received()).isEmpty();
        }
    }

    @Test
    void anExpiredCertificateIsSaidToBeOne() throws IOException {
        JsonNode row = signIn(trusted.issue("localhost", "-startdate", "-20d", "-validity", "10"));

        assertThat(row.path("found").asText()).contains("localhost", "has expired", "NotAfter");
        assertThat(row.path("remedy").asText()).contains("renew").doesNotContain("ca-file");
    }

    @Test
    void aCertificateOfTomorrowIsSaidToBeOne() throws IOException {
        JsonNode row = signIn(trusted.issue("localhost", "-startdate", "+2d", "-validity", "10"));

        assertThat(row.path("found").asText()).contains("not valid yet");
        assertThat(row.path("remedy").asText()).contains("clock");
    }

    @Test
    void aCertificateForAnotherHostIsSaidToBeOne() throws IOException {
        JsonNode row = signIn(trusted.issue("elsewhere.example.com"));

        assertThat(row.path("state").asText()).isEqualTo("MISSING");
        assertThat(row.path("found").asText()).contains("localhost", "another host", "elsewhere.example.com");
        assertThat(row.path("remedy").asText()).doesNotContain("ca-file");
    }

    @Test
    void aServerWithoutTlsIsSaidToBeOne() throws IOException {
        try (Sockets plain = new Sockets(new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) { }) {
            plain.accept(client -> {
                client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                client.close();
            });

            assertThat(signInAt("https://localhost:" + plain.port()).path("found").asText()).contains("localhost", "does not answer with TLS");
        }
    }

    @Test
    void theJvmsAuthoritiesAreTrustedStill() throws Exception {
        assertThat(new TrustedCertificates(trusted.pem().toString()).issuers()).hasSize(new TrustedCertificates("").issuers().size() + 1);
    }

    @Test
    void aFileMayHoldSeveralAndRemarks() throws Exception {
        Path both = Files.writeString(folder.resolve("both.pem"), "# Contoso\n" + Files.readString(trusted.pem()) + "\nIssuer: somebody - else\n" + Files.readString(stranger.pem()));

        assertThat(new TrustedCertificates(both.toString()).issuers()).hasSize(new TrustedCertificates("").issuers().size() + 2);
    }

    @Test
    void theFileMayComeFromAnyTool() throws Exception {
        String one = Files.readString(trusted.pem());
        for (String text : List.of(one.replace("\n", "\r\n"), "\uFEFF" + one, one.strip(), "\n\n  \n" + one + one, one.replace("\n", "\n\n"), one.replace(" CERTIFICATE", " X509 CERTIFICATE"), one.replace(" CERTIFICATE", " TRUSTED CERTIFICATE"))) {
            Path file = Files.writeString(folder.resolve("tool.pem"), text);

            assertThat(new TrustedCertificates(file.toString()).issuers()).as(text).anyMatch(issuer -> issuer.getSubjectX500Principal().getName().contains("Contoso Root CA"));
        }
    }

    @Test
    void aFileOfWhichAPartIsDamagedIsRefused() throws Exception {
        String one = Files.readString(trusted.pem());
        for (String damaged : List.of(one.substring(0, one.length() / 2), one.replaceFirst("\nMII", "\nMI"))) {
            Path file = Files.writeString(folder.resolve("damaged.pem"), one + damaged);

            assertThatThrownBy(() -> new TrustedCertificates(file.toString())).as(damaged).isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("scopebridge.tls.ca-file", file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nbm9uc2Vuc2U=\n-----END CERTIFICATE-----\n", "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n"})
    void aFileWithoutACertificateIsRefusedAtTheStart(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.pem"), text);

        assertThatThrownBy(() -> new TrustedCertificates(file.toString())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContainingAll("scopebridge.tls.ca-file", file.toString());
        assertThatThrownBy(() -> new TrustedCertificates(folder.resolve("absent.pem").toString())).hasMessageContainingAll("scopebridge.tls.ca-file", "no such file");
    }

    private JsonNode signIn(CertificateAuthority.Issued certificate) throws IOException {
        try (TlsEnd front = new TlsEnd(certificate, hub.connectWise.url())) {
            return signInAt(front.url());
        }
    }

    private JsonNode signInAt(String host) {
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("connectwise.host", host)));
        assertThat(hub.send("POST", "/api/connections/" + CONNECTWISE + "/check", null).statusCode()).isEqualTo(200);
        for (JsonNode row : hub.get("/api/connections/" + CONNECTWISE + "/rights").path("rights")) {
            if (row.path("name").asText().equals("ConnectWise > Sign in")) return row;
        }
        throw new AssertionError("no row for signing in");
    }
}
