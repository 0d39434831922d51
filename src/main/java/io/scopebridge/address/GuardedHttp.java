package io.scopebridge.address;

import org.apache.camel.Component;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;

/** Lets Camel's http and https components connect only through {@link GuardedDns} and the proxy; time-outs and sizes stay as configured. */
@org.springframework.stereotype.Component
class GuardedHttp implements ComponentCustomizer {

    private final GuardedDns dns;
    private final ProxiedCalls proxied;
    private final TrustedCertificates trusted;
    private final AnswerLimit limit;
    private final int callers;

    /** @param callers threads that make calls: of jobs and plans, and some for requests of people */
    GuardedHttp(GuardedDns dns, ProxiedCalls proxied, TrustedCertificates trusted, AnswerLimit limit,
                @Value("#{${scopebridge.jobs.at-once} + ${scopebridge.plan.threads} + 20}") int callers) {
        this.limit = limit;
        this.callers = callers;
        this.dns = dns;
        this.proxied = proxied;
        this.trusted = trusted;
    }

    @Override
    public boolean isEnabled(String name, Component target) {
        return target instanceof HttpComponent;
    }

    @Override
    public void configure(String name, Component target) {
        HttpComponent http = (HttpComponent) target;
        var connection = ConnectionConfig.custom()
            .setConnectTimeout(Timeout.ofMilliseconds(http.getConnectTimeout()))
            .setSocketTimeout(Timeout.ofMilliseconds(http.getSoTimeout()))
            .setValidateAfterInactivity(TimeValue.ofSeconds(2));
        if (http.getConnectionTimeToLive() > 0) connection.setTimeToLive(TimeValue.ofMilliseconds(http.getConnectionTimeToLive()));
        http.setClientConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(dns)
            .setTlsSocketStrategy(trusted.tls())
            .setDefaultConnectionConfig(connection.build())
            // The socket's own limit also covers the TLS handshake.
            .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(Timeout.ofMilliseconds(http.getSoTimeout())).build())
            .setMaxConnTotal(Math.max(http.getMaxTotalConnections(), callers))
            .setMaxConnPerRoute(Math.max(http.getConnectionsPerRoute(), callers))
            .build());
        http.setHttpClientConfigurer(client -> {
            proxied.into(client);
            limit.into(client);
            // Sockets are pooled by this token: a name that two connections call may be at a private address for one of them only.
            client.addExecInterceptorFirst("caller", (request, scope, chain) -> {
                scope.clientContext.setUserToken(CallingConnection.id());
                return chain.proceed(request, scope);
            });
        });
    }

    /** After the customizers that read the configuration. */
    @Override
    public int getOrder() {
        return 1000;
    }
}
