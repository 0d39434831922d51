package io.scopebridge.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The network that counts as one client: an IPv4 address, or 64 bits of IPv6, of which a client has all addresses. */
final class LoginPlace {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private LoginPlace() {
    }

    /** @param address as the container or a proxy names it */
    static String of(String address) {
        String plain = address == null ? "" : address.replaceFirst("%.*", "");
        if (!IPV6.matcher(plain).matches()) return plain;
        try {
            InetAddress parsed = InetAddress.getByName(plain);
            return parsed instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return plain;
        }
    }
}
