package io.scopebridge.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.address.BaseUrls;
import io.scopebridge.address.PrivateHostList;
import io.scopebridge.address.PrivateHosts;
import io.scopebridge.schema.SettingsTree;
import java.net.InetAddress;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The hosts in {@code network.privateHosts} of all connections, and the hosts of those with {@code network.allowPrivateAddresses}. */
@Component
class AllowedPrivateHosts implements PrivateHosts {

    private final ConnectionTable table;
    private final ConnectionSettings settings;
    private final TriedConnections tried;

    AllowedPrivateHosts(ConnectionTable table, ConnectionSettings settings, TriedConnections tried) {
        this.table = table;
        this.settings = settings;
        this.tried = tried;
    }

    private record Named(String system, ObjectNode settings) {
    }

    /** Called for private addresses only, and only when a socket is opened. */
    @Override
    public boolean allows(String host, InetAddress address) {
        return named().anyMatch(one -> PrivateHostList.of(one.settings()).covers(host, address) || namesItAndAllowsAll(one, host));
    }

    @Override
    public boolean allows(String host) {
        return named().anyMatch(one -> PrivateHostList.of(one.settings()).names(host) || namesItAndAllowsAll(one, host));
    }

    private Stream<Named> named() {
        return Stream.concat(table.all().stream().map(row -> new Named(row.system(), row.settings())),
            tried.all().stream().map(connection -> new Named(connection.system(), (ObjectNode) connection.settings())));
    }

    private boolean namesItAndAllowsAll(Named one, String host) {
        return SettingsTree.at(one.settings(), "network.allowPrivateAddresses").asBoolean()
            && settings.addresses(one.system(), settings.withDefaults(one.system(), one.settings())).stream().anyMatch(url -> host.equalsIgnoreCase(BaseUrls.host(url)));
    }
}
