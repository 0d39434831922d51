package io.scopebridge.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network such as {@code 10.20.0.0/16} or {@code fd00:1::/64}.
 *
 * @param first its first address
 * @param bits  how many of them all its addresses share
 */
public record Network(InetAddress first, int bits) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

    /** Empty if the text is not a network; a name is never resolved. */
    public static Optional<Network> parse(String text) {
        var parts = WRITTEN.matcher(text);
        if (!parts.matches() || PrivateAddresses.isOddlySpelled(parts.group(1))) return Optional.empty();
        try {
            Network network = new Network(InetAddress.getByName(parts.group(1)), Integer.parseInt(parts.group(2)));
            return network.bits <= network.length() ? Optional.of(network) : Optional.empty();
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    /** 32 or 128. */
    public int length() {
        return first.getAddress().length * 8;
    }

    public boolean holds(InetAddress address) {
        return holds(address.getAddress());
    }

    boolean holds(byte[] address) {
        byte[] start = first.getAddress();
        if (address.length != start.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) return false;
        }
        return true;
    }
}
