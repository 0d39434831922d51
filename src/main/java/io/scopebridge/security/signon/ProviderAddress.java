package io.scopebridge.security.signon;

import java.net.URI;
import java.util.regex.Pattern;

/** Tokens and the client secret go there. */
final class ProviderAddress {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private ProviderAddress() {
    }

    static boolean isSafe(String url) {
        try {
            URI address = URI.create(url);
            return address.getHost() != null && address.getFragment() == null
                && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()) && THIS_MACHINE.matcher(address.getHost()).matches());
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }
}
