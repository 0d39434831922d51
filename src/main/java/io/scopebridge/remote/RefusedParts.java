package io.scopebridge.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the systems of a connection have refused although the hub can do without it: for a day, it is not asked for again. */
@Component("refusedParts")
public class RefusedParts {

    private static final Pattern ID = Pattern.compile("/\\d+(?=/|$)");
    private static final String WHOLE = "";

    /**
     * @param path with {@code {id}} for each id
     * @param part a parameter of the query; empty for the whole call
     */
    private record Refused(String connectionId, String system, String method, String path, String part) {
    }

    private final Cache<Refused, Boolean> known = Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofDays(1)).build();

    boolean refuses(Connection connection, String system, Call call) {
        return known.getIfPresent(of(connection, system, call, WHOLE)) != null;
    }

    void noteWhole(Connection connection, String system, Call call) {
        known.put(of(connection, system, call, WHOLE), true);
    }

    /** The call without the parameters that were refused. */
    public Call accepted(Connection connection, String system, Call call) {
        return without(call, parameters(call).stream().filter(name -> known.getIfPresent(of(connection, system, call, name)) != null).toList());
    }

    /**
     * A call that was refused, without the first of these groups of parameters that it has; null if it has none.
     *
     * @param groups separated by semicolons, the parameters of a group by commas
     */
    public Call fewer(Call call, String groups) {
        for (String group : groups.split(";")) {
            List<String> names = List.of(group.split(","));
            if (parameters(call).stream().anyMatch(names::contains)) return without(call, names);
        }
        return null;
    }

    /** The system refuses one call and accepts the other, which has fewer parameters. */
    public void note(Connection connection, String system, Call refused, Call accepted) {
        Set<String> parts = new LinkedHashSet<>(parameters(refused));
        parts.removeAll(parameters(accepted));
        parts.forEach(part -> known.put(of(connection, system, refused, part), true));
    }

    /** Other settings may lead to another system. */
    @EventListener
    void changed(ConnectionChanged event) {
        known.asMap().keySet().removeIf(refused -> refused.connectionId().equals(event.id()));
    }

    private static Set<String> parameters(Call call) {
        return call.query() == null ? Set.of() : Arrays.stream(call.query().split("&")).map(RefusedParts::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Call without(Call call, List<String> names) {
        if (names.isEmpty() || call.query() == null) return call;
        String kept = Arrays.stream(call.query().split("&")).filter(part -> !names.contains(name(part))).collect(Collectors.joining("&"));
        return new Call(call.method(), call.path(), kept.isEmpty() ? null : kept, call.body());
    }

    private static String name(String parameter) {
        return URLDecoder.decode(parameter.replaceFirst("=.*", ""), StandardCharsets.UTF_8);
    }

    private static Refused of(Connection connection, String system, Call call, String part) {
        return new Refused(connection.id(), system, call.method(), ID.matcher(call.path()).replaceAll("/{id}"), part);
    }
}
