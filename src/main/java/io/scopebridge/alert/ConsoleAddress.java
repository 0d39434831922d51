package io.scopebridge.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Links to pages of the console: below {@code scopebridge.console.url}, or else the public URL of the hub. */
@Component
class ConsoleAddress {

    private static final String PAGES = "/actuator/hawtio/scopebridge/";

    private final String base;

    ConsoleAddress(@Value("${scopebridge.console.url}") String console, @Value("${scopebridge.public-url}") String hub) {
        this.base = Stream.of(console, hub).map(url -> url.strip().replaceFirst("/+$", "")).filter(url -> !url.isEmpty()).findFirst().orElse(null);
        if (base != null && !base.matches("(?i)https?://[^\\s?#]+")) {
            throw new IllegalArgumentException("scopebridge.console.url: " + base + " is not a URL; write it like https://hub.example.com");
        }
    }

    /** Null while neither setting is set. */
    String page(String page, Map<String, String> filters) {
        if (base == null) return null;
        String fragment = filters.entrySet().stream().filter(filter -> filter.getValue() != null).sorted(Map.Entry.comparingByKey())
            .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return base + PAGES + page + (fragment.isEmpty() ? "" : "#" + fragment);
    }
}
