package io.scopebridge.connection;

import io.scopebridge.address.BaseUrls;
import io.scopebridge.address.CallingConnection;
import io.scopebridge.address.PrivateHostList;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the target of a call: a URL may come from a remote system, not only from the settings. */
@Component
public class CallAddresses {

    private final ConnectionSettings settings;

    CallAddresses(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** The error of the URL for this connection, as the end of a sentence; empty if it may be called. */
    public Optional<String> refusal(Connection connection, String url) {
        return BaseUrls.refusal(url, connection.settings());
    }

    /**
     * Whether credentials may be sent to a URL that a system returned: it is below the vendor's domain, or the connection names its host.
     *
     * @param domain such as {@code example.com}
     */
    public boolean mayFollow(Connection connection, String url, String domain) {
        String host = BaseUrls.host(url);
        if (host == null) return false;
        boolean vendors = "https".equalsIgnoreCase(URI.create(url).getScheme()) && host.toLowerCase(Locale.ROOT).endsWith("." + domain);
        return vendors || new AllowedPrivateHosts(connection, settings).isNamed(host) || PrivateHostList.of(connection.settings()).names(host);
    }

    /** From now on until {@link #end} the calls of this thread are for the connection. */
    public void begin(Connection connection) {
        CallingConnection.begin(connection.id(), new AllowedPrivateHosts(connection, settings));
    }

    public void end() {
        CallingConnection.end();
    }
}
