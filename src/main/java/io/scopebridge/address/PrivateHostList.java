package io.scopebridge.address;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The setting {@code network.privateHosts}: hosts by name or address, and networks, that this connection may call although they are private. */
public record PrivateHostList(List<String> entries) {

    public static final String SETTING = "network.privateHosts";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    /** A larger one would cover almost everything. */
    private static final int WIDEST_IPV4 = 8;
    private static final int WIDEST_IPV6 = 32;

    public static PrivateHostList of(JsonNode settings) {
        String written = settings.at("/" + SETTING.replace('.', '/')).asText("");
        return new PrivateHostList(Arrays.stream(written.split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).toList());
    }

    public boolean covers(String host, InetAddress address) {
        return names(host) || entries.stream().anyMatch(entry -> Network.parse(entry).filter(network -> network.holds(address)).isPresent());
    }

    public boolean names(String host) {
        return entries.stream().anyMatch(host::equalsIgnoreCase);
    }

    /** The error, or empty. */
    public Optional<String> refusal() {
        return entries.stream().map(PrivateHostList::refusal).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> refusal(String entry) {
        if (!entry.contains("/")) {
            boolean host = HOST.matcher(entry).matches() && !PrivateAddresses.isOddlySpelled(entry);
            return host ? Optional.empty() : Optional.of("contains '" + entry + "', which is neither a host such as cw.example.com nor a network such as 10.20.0.0/16");
        }
        Optional<Network> network = Network.parse(entry);
        if (network.isEmpty()) return Optional.of("contains '" + entry + "', which is not a network; use the form 10.20.0.0/16");
        int widest = network.get().length() == 32 ? WIDEST_IPV4 : WIDEST_IPV6;
        return network.get().bits() >= widest ? Optional.empty() : Optional.of("contains '" + entry + "', which is too wide; /" + widest + " is the widest");
    }
}
