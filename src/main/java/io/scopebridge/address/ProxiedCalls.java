package io.scopebridge.address;

import java.io.IOException;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.Credentials;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.springframework.stereotype.Component;

/**
 * Sends calls through their proxy. Only the proxy connects to the host, so the host is checked here; and an error of the proxy itself
 * must not be taken for a response of the system.
 */
@Component
class ProxiedCalls {

    private static final String TUNNELLED = ProxiedCalls.class.getName() + ".tunnelled";

    private final EgressProxies proxies;
    private final GuardedDns dns;

    ProxiedCalls(EgressProxies proxies, GuardedDns dns) {
        this.proxies = proxies;
        this.dns = dns;
    }

    /** The way alone: the host is not checked. */
    void route(HttpClientBuilder client) {
        client.setRoutePlanner(new DefaultRoutePlanner(null) {
            @Override
            protected HttpHost determineProxy(HttpHost target, HttpContext context) {
                return proxies.of(target).map(EgressProxy::host).orElse(null);
            }
        });
        client.setDefaultCredentialsProvider((scope, context) -> credentials(scope));
    }

    void into(HttpClientBuilder client) {
        route(client);
        client.addExecInterceptorBefore(ChainElement.PROTOCOL.name(), "proxied", this::checked);
        client.addExecInterceptorAfter(ChainElement.CONNECT.name(), "tunnelled", (request, scope, chain) -> {
            scope.clientContext.setAttribute(TUNNELLED, true);
            return chain.proceed(request, scope);
        });
    }

    private Credentials credentials(AuthScope scope) {
        return proxies.at(scope.getHost(), scope.getPort()).filter(proxy -> proxy.username() != null)
            .map(proxy -> new UsernamePasswordCredentials(proxy.username(), proxy.password().toCharArray())).orElse(null);
    }

    private ClassicHttpResponse checked(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        HttpHost target = scope.route.getTargetHost();
        HttpHost proxy = scope.route.getProxyHost();
        // Without a proxy the name is checked when it is resolved, unless it is that of a proxy, which may be private.
        if (proxy != null || proxies.isProxy(target.getHostName())) dns.check(target.getHostName());
        if (proxy == null) return chain.proceed(request, scope);
        scope.clientContext.removeAttribute(TUNNELLED);
        ClassicHttpResponse answer = chain.proceed(request, scope);
        boolean noTunnel = scope.route.isTunnelled() && scope.clientContext.getAttribute(TUNNELLED) == null;
        if (!noTunnel && answer.getCode() != HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) return answer;
        answer.close();
        throw new ProxyRefused(proxy.toHostString(), target.toHostString(), answer.getCode());
    }
}
