package io.scopebridge.callback;

import io.scopebridge.connection.CallAddresses;
import io.scopebridge.connection.Connection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Where a key may be fetched: whoever sends a callback names the address, so it must be the tenant's own host or a known one. */
@Component
class KeyAddress {

    private final CallAddresses addresses;

    KeyAddress(CallAddresses addresses) {
        this.addresses = addresses;
    }

    /** An address in parts; the path and query as they were given. */
    record Parts(String origin, String path, String query) {
    }

    /**
     * Empty when nothing may be fetched there.
     *
     * @param knownHosts of the system's own cloud; only by https on its usual port
     */
    Optional<Parts> of(Connection connection, String url, Pattern knownHosts) {
        try {
            URI asked = new URI(url);
            URI own = new URI(connection.setting(connection.system() + ".host", ""));
            if (asked.getScheme() == null || asked.getHost() == null || asked.getRawUserInfo() != null || asked.getRawFragment() != null) return Optional.empty();
            boolean ofTheTenant = asked.getScheme().equalsIgnoreCase(own.getScheme()) && asked.getHost().equalsIgnoreCase(own.getHost()) && asked.getPort() == own.getPort();
            boolean ofTheCloud = asked.getScheme().equalsIgnoreCase("https") && asked.getPort() == -1 && knownHosts.matcher(asked.getHost().toLowerCase(Locale.ROOT)).matches();
            if (!ofTheTenant && !ofTheCloud) return Optional.empty();
            String origin = asked.getScheme() + "://" + asked.getRawAuthority();
            if (addresses.refusal(connection, origin).isPresent()) return Optional.empty();
            return Optional.of(new Parts(origin, asked.getRawPath().isEmpty() ? "/" : asked.getRawPath(), asked.getRawQuery()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
