package io.scopebridge.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.address.PrivateHostList;
import io.scopebridge.address.PrivateHosts;
import java.net.InetAddress;
import java.util.Map;

/**
 * Where alerts are sent.
 *
 * @param settings with defaults, without secrets
 * @param secrets  by path, readable
 */
record Target(long id, String name, Channel channel, ObjectNode settings, Map<String, String> secrets) {

    static final String URL = "url";

    /** Which hosts it may reach although they are private: those of its own setting network.privateHosts. */
    PrivateHosts privateHosts() {
        PrivateHostList allowed = PrivateHostList.of(settings);
        return new PrivateHosts() {
            @Override
            public boolean allows(String host, InetAddress address) {
                return allowed.covers(host, address);
            }

            @Override
            public boolean allows(String host) {
                return allowed.names(host);
            }
        };
    }

    @Override
    public String toString() {
        return "target " + id;
    }
}
