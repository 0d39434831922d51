package io.scopebridge.callback;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The URL of a signing key, from an unverified callback. So it must be on the tenant's own host or a known host.
 *
 * @param origin      scheme, host and port
 * @param path        as given; "/" if there is none
 * @param query       as it was given, or null
 * @param ofTheTenant whether it is on the host in the settings of the connection
 */
record KeyAddress(String origin, String path, String query, boolean ofTheTenant) {

    /**
     * Empty if no key may be fetched there.
     *
     * @param own   the tenant's own address
     * @param hosts other hosts; only by https on its usual port
     */
    static Optional<KeyAddress> of(String url, String own, List<String> hosts) {
        try {
            URI asked = new URI(url == null ? "" : url);
            URI tenant = new URI(own == null ? "" : own);
            if (asked.getScheme() == null || asked.getHost() == null || asked.getRawUserInfo() != null || asked.getRawFragment() != null) return Optional.empty();
            boolean ofTheTenant = asked.getScheme().equalsIgnoreCase(tenant.getScheme()) && asked.getHost().equalsIgnoreCase(tenant.getHost())
                && asked.getPort() == tenant.getPort();
            boolean known = asked.getScheme().equalsIgnoreCase("https") && asked.getPort() == -1 && hosts.contains(asked.getHost().toLowerCase(Locale.ROOT));
            if (!ofTheTenant && !known) return Optional.empty();
            return Optional.of(new KeyAddress(asked.getScheme() + "://" + asked.getRawAuthority(), asked.getRawPath().isEmpty() ? "/" : asked.getRawPath(),
                asked.getRawQuery(), ofTheTenant));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
