package io.scopebridge.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Distinguishes public internet addresses from all others: loopback, private, link-local (where clouds serve the metadata of their
 * machines), unique local, shared, reserved, multicast, also if an IPv4 address is embedded in an IPv6 one.
 */
public class PrivateAddresses {

    private static final List<Network> RANGES = List.of(
        range("0.0.0.0", 8), range("10.0.0.0", 8), range("100.64.0.0", 10), range("127.0.0.0", 8), range("169.254.0.0", 16),
        range("172.16.0.0", 12), range("192.0.0.0", 24), range("192.0.2.0", 24), range("192.88.99.0", 24), range("192.168.0.0", 16), range("198.18.0.0", 15),
        range("198.51.100.0", 24), range("203.0.113.0", 24), range("224.0.0.0", 3),
        // A cloud's metadata service, although the address is a public one.
        range("168.63.129.16", 32),
        // With 2001::/23 Teredo, benchmarking and ORCHID; with 64:ff9b:1:: and ::ffff:0:0:0 what networks translate to IPv4 as they like.
        range("::", 127), range("::ffff:0:0:0", 96), range("64:ff9b:1::", 48), range("100::", 64), range("2001::", 23), range("2001:db8::", 32), range("3fff::", 20), range("5f00::", 16), range("fc00::", 7), range("fe80::", 10), range("fec0::", 10), range("ff00::", 8));

    private static final Pattern DOTTED = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)\\.?");

    /** Reserved for private use (RFC 6761, 6762, 8375, ICANN's .internal), or never delegated because companies use them. */
    private static final Pattern PRIVATE_NAME = Pattern.compile("(?i)[^.]+|.*\\.(localhost|local|internal|intranet|private|lan|home|corp|home\\.arpa)");

    private PrivateAddresses() {
    }

    public static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (RANGES.stream().anyMatch(range -> range.holds(bytes))) return true;
        byte[] inside = address instanceof Inet4Address ? null : hiddenIpv4(bytes);
        return inside != null && RANGES.stream().anyMatch(range -> range.holds(inside));
    }

    /** Whether a host name cannot be one of the public name service: without a dot, or below a domain for private use. */
    static boolean isPrivateName(String host) {
        return PRIVATE_NAME.matcher(host.replaceAll("\\.$", "")).matches();
    }

    /** Whether a host is an IPv4 address in a notation that programs interpret differently: octal, hexadecimal, a single number, short. */
    public static boolean isOddlySpelled(String host) {
        return host.indexOf(':') < 0 && ENDS_IN_A_NUMBER.matcher(host).matches()
            && !(DOTTED.matcher(host).matches() && Arrays.stream(host.split("\\.")).allMatch(part -> Integer.parseInt(part) < 256));
    }

    /** IPv4-compatible ::/96, NAT64 64:ff9b::/96, 6to4 2002::/16; Java unwraps IPv4-mapped ones itself. */
    private static byte[] hiddenIpv4(byte[] bytes) {
        if (range("::", 96).holds(bytes) || range("64:ff9b::", 96).holds(bytes)) return Arrays.copyOfRange(bytes, 12, 16);
        return range("2002::", 16).holds(bytes) ? Arrays.copyOfRange(bytes, 2, 6) : null;
    }

    private static Network range(String first, int bits) {
        try {
            return new Network(InetAddress.getByName(first), bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(first, e);
        }
    }
}
