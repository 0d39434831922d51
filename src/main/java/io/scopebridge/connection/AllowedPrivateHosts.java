package io.scopebridge.connection;

import io.scopebridge.address.BaseUrls;
import io.scopebridge.address.PrivateHostList;
import io.scopebridge.address.PrivateHosts;
import io.scopebridge.schema.SettingsTree;
import java.net.InetAddress;
import org.springframework.stereotype.Component;

/** What connections name in {@code network.privateHosts}, and the hosts of those with {@code network.allowPrivateAddresses}. */
@Component
class AllowedPrivateHosts implements PrivateHosts {

    private final ConnectionTable table;
    private final ConnectionSettings settings;

    AllowedPrivateHosts(ConnectionTable table, ConnectionSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** Asked for private addresses only, and only when a socket is opened. */
    @Override
    public boolean allows(String host, InetAddress address) {
        return table.all().stream().anyMatch(row -> PrivateHostList.of(row.settings()).covers(host, address) || namesItAndAllowsAll(row, host));
    }

    private boolean namesItAndAllowsAll(ConnectionTable.Row row, String host) {
        return SettingsTree.at(row.settings(), "network.allowPrivateAddresses").asBoolean()
            && settings.addresses(row.system(), settings.withDefaults(row.system(), row.settings())).stream().anyMatch(url -> host.equalsIgnoreCase(BaseUrls.host(url)));
    }
}
