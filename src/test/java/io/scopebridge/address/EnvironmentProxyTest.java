package io.scopebridge.address;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.HubProcess;
import io.scopebridge.hub.TestHub;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxy and the authority as the environment of a process names them. */
@StartsHub
class EnvironmentProxyTest {

    @Test
    void aProcessTakesProxyAndAuthorityFromItsEnvironment(@TempDir Path home) throws Exception {
        CertificateAuthority authority = new CertificateAuthority(home, "Contoso Root CA");
        try (TestHub hub = new TestHub(home).withFewOpportunities();
             ConnectProxy proxy = new ConnectProxy().wants("hub@contoso", "geh:eim");
             TlsEnd connectWise = new TlsEnd(authority.issue("cw.contoso.example"), hub.connectWise.url())) {
            proxy.knows("cw.contoso.example", connectWise.port());
            Map<String, String> environment = Map.of("HTTPS_PROXY", "http://hub%40contoso:geh%3Aeim@" + proxy.address(), "NO_PROXY", "direct.example", "no_proxy", "",
                "SCOPEBRIDGE_CA_FILE", authority.pem().toString());
            try (HubProcess process = HubProcess.start(hub, home, environment)) {
                hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("connectwise.host", "https://cw.contoso.example")));

                assertThat(hub.send("POST", "/api/connections/" + CONNECTWISE + "/check", null).body()).contains("\"ConnectWise > Sign in\"");

                assertThat(hub.connectWise.received()).isNotEmpty();
                assertThat(proxy.seen()).containsOnly("CONNECT cw.contoso.example:443");
                assertThat(hub.scopeStack.received()).as("plain HTTP, for which no proxy is named").isNotEmpty();
            }
        }
    }
}
