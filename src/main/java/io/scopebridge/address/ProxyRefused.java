package io.scopebridge.address;

import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import java.net.ConnectException;
import org.apache.hc.core5.http.HttpStatus;

/** A proxy did not forward a call. Nothing reached the system. */
public class ProxyRefused extends ConnectException implements Classified {

    private final transient Failure failure;

    ProxyRefused(String proxy, String target, int status) {
        super("The proxy " + proxy + " does not let calls to " + target + " through: it responded with HTTP " + status);
        FailureClass type = status == HttpStatus.SC_TOO_MANY_REQUESTS || status == HttpStatus.SC_REQUEST_TIMEOUT || status >= HttpStatus.SC_SERVER_ERROR ? FailureClass.TRANSIENT : FailureClass.CONFIGURATION;
        failure = Failure.of(type, getMessage() + ".", remedy(proxy, target, status));
    }

    private static String remedy(String proxy, String target, int status) {
        if (status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
            return "Enter user and password of the proxy: scopebridge.proxy.username and scopebridge.proxy.password, or in the URL of the proxy.";
        }
        if (status >= HttpStatus.SC_SERVER_ERROR) return "The call is tried again. If it stays so, check whether " + proxy + " can reach " + target + ".";
        return "Allow the hub to reach " + target + " in the rules of " + proxy + ", or name the host in scopebridge.proxy.no-proxy (NO_PROXY) if it is reached directly.";
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
