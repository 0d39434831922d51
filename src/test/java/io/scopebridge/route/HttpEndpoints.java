package io.scopebridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.route.RouteFile.Scalar;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The endpoints that call by HTTP. An address that begins with a variable is one of them, unless every constant that the files
 * give this variable is an address inside the hub.
 */
class HttpEndpoints {

    private static final Set<String> CALLS = Set.of("to", "toD", "uri", "wireTap", "enrich", "pollEnrich", "poll");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{variable\\.(\\w+)}.*", Pattern.DOTALL);
    private static final Pattern DEAF = Pattern.compile("[?&](bridgeEndpoint|skipControlHeaders)=true(&|$)");

    private final List<RouteFile> files;

    HttpEndpoints(List<RouteFile> files) {
        this.files = files;
    }

    /** Whether the endpoint takes no address from headers. */
    static boolean isDeaf(String uri) {
        return DEAF.matcher(uri).find();
    }

    List<String> in(RouteFile file) {
        Stream<String> dynamic = file.scalars().stream().filter(scalar -> CALLS.contains(scalar.key())).map(Scalar::text)
            .filter(uri -> uri.startsWith("${") && !staysInside(uri));
        Stream<String> fixed = file.scalars().stream().filter(scalar -> CALLS.contains(scalar.key())).map(Scalar::text)
            .filter(uri -> uri.matches("(?s)(https?|vertx-http|netty-http):.*"));
        return Stream.concat(dynamic, fixed).toList();
    }

    private boolean staysInside(String uri) {
        Matcher variable = VARIABLE.matcher(uri);
        if (!variable.matches()) return false;
        Set<String> values = files.stream().flatMap(file -> file.content().findParents("name").stream())
            .filter(step -> step.path("name").asText().equals(variable.group(1)))
            .map(HttpEndpoints::constant).collect(Collectors.toSet());
        return !values.isEmpty() && values.stream().allMatch(value -> value.startsWith("direct:"));
    }

    private static String constant(JsonNode step) {
        return step.path("constant").asText("not a constant");
    }
}
