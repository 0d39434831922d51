package io.scopebridge.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.remote.PageAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriTemplate;
import org.springframework.web.util.UriUtils;

/**
 * Links to the records in the pages of a system. Created from a list of
 * {@code {"path": "/tickets/{ticket}/tasks", "link": "https://psa.example/ticket?id={ticket}"}}: the path is that of the call that creates
 * a record, {@code {id}} its remote id. The first matching path counts.
 */
public final class Links {

    private record Link(UriTemplate path, String address) {
    }

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    private final List<Link> links = new ArrayList<>();

    private Links() {
    }

    public static Links none() {
        return new Links();
    }

    public static Links of(JsonNode list) {
        Links links = new Links();
        list.forEach(entry -> {
            String address = entry.path("link").asText();
            if (PageAddress.isValid(address)) links.links.add(new Link(new UriTemplate(entry.path("path").asText()), address));
        });
        return links;
    }

    /** The link to the step's record, or null if it has none, or no id yet. */
    public String of(Step step, UnaryOperator<String> remoteIds) {
        String id = remoteIds.apply(step.key());
        if (id == null || step.call().references().stream().anyMatch(key -> remoteIds.apply(key) == null)) {
            return null;
        }
        String path = References.text(step.call().path(), remoteIds);
        return links.stream().filter(link -> link.path.matches(path)).findFirst().map(link -> {
            Map<String, String> values = new HashMap<>(link.path.match(path));
            values.put("id", id);
            return PLACE.matcher(link.address).replaceAll(place -> Matcher.quoteReplacement(
                    UriUtils.encode(values.getOrDefault(place.group(1), ""), StandardCharsets.UTF_8)));
        }).orElse(null);
    }
}
