package io.scopebridge.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.address.BaseUrls;
import io.scopebridge.address.PrivateHostList;
import io.scopebridge.address.PrivateHosts;
import io.scopebridge.schema.SettingsTree;
import java.net.InetAddress;

/** The hosts in {@code network.privateHosts} of one connection, and with {@code network.allowPrivateAddresses} those of its own URLs. */
record AllowedPrivateHosts(Connection connection, ConnectionSettings settings) implements PrivateHosts {

    /** Called for private addresses only, and only when a socket is opened. */
    @Override
    public boolean allows(String host, InetAddress address) {
        return PrivateHostList.of(connection.settings()).covers(host, address) || namesItAndAllowsAll(host);
    }

    @Override
    public boolean allows(String host) {
        return PrivateHostList.of(connection.settings()).names(host) || namesItAndAllowsAll(host);
    }

    private boolean namesItAndAllowsAll(String host) {
        return SettingsTree.at(connection.settings(), "network.allowPrivateAddresses").asBoolean() && isNamed(host);
    }

    /** Whether a URL in its settings has this host. */
    boolean isNamed(String host) {
        return settings.addresses(connection.system(), settings.withDefaults(connection.system(), (ObjectNode) connection.settings())).stream()
            .anyMatch(url -> host.equalsIgnoreCase(BaseUrls.host(url)));
    }
}
