package io.scopebridge.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts that are called without the proxy, as {@code NO_PROXY} names them: {@code example.com} (with all below it), {@code .example.com},
 * {@code *.example.com}, {@code 10.1.*}, an address, a network such as {@code 10.0.0.0/8} for hosts written as addresses, each also with
 * {@code :port}; {@code *} for all.
 */
record NoProxy(List<String> entries) {

    private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}|.*:.*:.*");

    static NoProxy parse(String list) {
        return new NoProxy(list == null ? List.of() : Arrays.stream(list.split("[,;\\s]+")).map(entry -> entry.strip().toLowerCase(Locale.ROOT)).filter(entry -> !entry.isEmpty()).toList());
    }

    boolean covers(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$|^\\[|]$", "");
        return entries.stream().anyMatch(entry -> covers(entry, name, port));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.contains("/")) return Network.parse(entry.replaceAll("[\\[\\]]", "")).flatMap(network -> address(host).map(network::holds)).orElse(false);
        String named = entry;
        int colon = entry.startsWith("[") ? entry.indexOf("]:") + 1 : entry.indexOf(':') == entry.lastIndexOf(':') ? entry.indexOf(':') : -1;
        if (colon > 0) {
            if (!entry.substring(colon + 1).equals(String.valueOf(port))) return false;
            named = entry.substring(0, colon);
        }
        String whole = named.replaceAll("^\\[|]$|\\.$", "");
        named = whole.replaceAll("^\\*?\\.", "");
        if (named.contains("*")) return host.matches(Pattern.quote(whole).replace("*", "\\E.*\\Q"));
        if (address(named).isPresent()) return address(named).equals(address(host));
        return host.equals(named) || host.endsWith("." + named);
    }

    /** Names are never resolved. */
    private static Optional<InetAddress> address(String host) {
        if (!ADDRESS.matcher(host).matches() || PrivateAddresses.isOddlySpelled(host)) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
