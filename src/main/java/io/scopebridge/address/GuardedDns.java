package io.scopebridge.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.stereotype.Component;

/**
 * Resolves hosts for every outgoing call and refuses private addresses that nobody allowed. The check when a connection is
 * saved is not enough: a name may point elsewhere by the time of the call.
 */
@Component
class GuardedDns implements DnsResolver {

    private final PrivateHosts allowed;

    GuardedDns(PrivateHosts allowed) {
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        boolean refused = Arrays.stream(addresses).anyMatch(address -> PrivateAddresses.isPrivate(address) && !allowed.allows(host, address));
        if (refused) throw new PrivateAddressRefused(host);
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
