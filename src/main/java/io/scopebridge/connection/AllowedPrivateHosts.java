package io.scopebridge.connection;

import io.scopebridge.address.PrivateHosts;
import org.springframework.stereotype.Component;

/** The hosts that connections with {@code network.allowPrivateAddresses} name. */
@Component
class AllowedPrivateHosts implements PrivateHosts {

    private final ConnectionTable table;
    private final ConnectionSettings settings;

    AllowedPrivateHosts(ConnectionTable table, ConnectionSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** Asked for private hosts only, and only when a socket is opened. */
    @Override
    public boolean allows(String host) {
        return table.all().stream()
            .filter(row -> SettingsTree.at(row.settings(), "network.allowPrivateAddresses").asBoolean())
            .flatMap(row -> settings.addresses(row.system(), settings.withDefaults(row.system(), row.settings())).stream())
            .anyMatch(url -> host.equalsIgnoreCase(BaseUrls.host(url)));
    }
}
