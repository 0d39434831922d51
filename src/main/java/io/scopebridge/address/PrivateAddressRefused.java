package io.scopebridge.address;

import java.net.UnknownHostException;

/** A host is on a private network and no connection allows that. Nothing was sent. */
public class PrivateAddressRefused extends UnknownHostException {

    PrivateAddressRefused(String host) {
        super("The host '" + host + "' is on a private network, which the connection does not allow. If this is intended, add it"
            + " or its network in network.privateHosts of the connection that it is for.");
    }
}
