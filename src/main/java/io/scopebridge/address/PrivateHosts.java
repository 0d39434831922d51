package io.scopebridge.address;

import java.net.InetAddress;

/** Which hosts a connection may call at a private address. */
public interface PrivateHosts {

    boolean allows(String host, InetAddress address);

    /** For a host whose address is not known: whether it is allowed by its name. */
    boolean allows(String host);
}
