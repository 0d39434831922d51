package io.scopebridge.address;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/** Calls of the hub itself as it makes them, without the rest of it. */
public final class HubCallParts {

    private HubCallParts() {
    }

    /** @param proxy its URL, or none; @param authorities a PEM file, or null for those of the JVM alone */
    public static HubCalls calls(String proxy, Path authorities) throws GeneralSecurityException {
        EgressProxies proxies = new EgressProxies(new ProxySettings(proxy, "", "", List.of()), Map.of());
        return new HubCalls(new ProxiedCalls(proxies, new GuardedDns(proxies)), new TrustedCertificates(authorities == null ? "" : authorities.toString()));
    }
}
