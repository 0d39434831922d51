package io.scopebridge.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.stereotype.Component;

/**
 * Resolves hosts for every outgoing call and refuses private addresses that its connection does not allow. The check when a connection is saved is not
 * sufficient: a name may resolve differently by the time of the call.
 */
@Component
class GuardedDns implements DnsResolver {

    private final EgressProxies proxies;

    GuardedDns(EgressProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!proxies.isProxy(host)) refuse(host, addresses);
        return addresses;
    }

    /**
     * For a call through a proxy, which resolves the name itself. The hub refuses what it knows to be private. A name that it cannot resolve
     * passes if it can be one of the public name service.
     */
    void check(String host) throws PrivateAddressRefused {
        try {
            refuse(host, SystemDefaultDnsResolver.INSTANCE.resolve(host));
        } catch (PrivateAddressRefused refused) {
            throw refused;
        } catch (UnknownHostException unknownHere) {
            if (PrivateAddresses.isPrivateName(host) && !CallingConnection.allowed().allows(host)) throw new PrivateAddressRefused(host);
        }
    }

    private void refuse(String host, InetAddress[] addresses) throws PrivateAddressRefused {
        boolean refused = Arrays.stream(addresses).anyMatch(address -> PrivateAddresses.isPrivate(address) && !CallingConnection.allowed().allows(host, address));
        if (refused) throw new PrivateAddressRefused(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
