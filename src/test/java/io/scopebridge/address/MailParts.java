package io.scopebridge.address;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/** Sockets for mail as the hub makes them, without the rest of it. */
public final class MailParts {

    private MailParts() {
    }

    /** @param authorities a PEM file, or null for those of the JVM alone */
    public static MailSockets sockets(Path authorities) throws GeneralSecurityException {
        EgressProxies none = new EgressProxies(new ProxySettings("none", "", "", List.of()), Map.of());
        return new MailSockets(new GuardedDns(none), new TrustedCertificates(authorities == null ? "" : authorities.toString()));
    }
}
