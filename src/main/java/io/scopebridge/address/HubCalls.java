package io.scopebridge.address;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** HTTP with a host that the settings of the hub itself name, which may be private: by its proxy and with its certificate authorities. */
@Component
public class HubCalls {

    private static final int MOST = 40;

    private final ProxiedCalls proxied;
    private final TrustedCertificates trusted;

    HubCalls(ProxiedCalls proxied, TrustedCertificates trusted) {
        this.proxied = proxied;
        this.trusted = trusted;
    }

    /** Follows no redirect, keeps no cookie, and sends nothing twice. */
    public ClientHttpRequestFactory within(Duration connect, Duration read, DataSize largestAnswer) {
        Timeout patience = Timeout.of(read);
        HttpClientBuilder client = HttpClients.custom().disableRedirectHandling().disableCookieManagement().disableAutomaticRetries().disableContentCompression()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setTlsSocketStrategy(trusted.tls()).setMaxConnTotal(MOST).setMaxConnPerRoute(MOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.of(connect)).setSocketTimeout(patience).build())
                // The socket's own limit also covers the TLS handshake.
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(patience).build()).build());
        proxied.route(client);
        new AnswerLimit(largestAnswer).into(client);
        return new HttpComponentsClientHttpRequestFactory(client.build());
    }
}
