package io.scopebridge.address;

import java.net.InetAddress;

/** Says which hosts an operator has allowed to be at a private address. */
public interface PrivateHosts {

    boolean allows(String host, InetAddress address);
}
