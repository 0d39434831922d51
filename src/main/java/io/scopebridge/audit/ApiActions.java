package io.scopebridge.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Derives the action of a request from the path of its mapping: {@code PUT /api/connections/{id}} is {@code connections.change},
 * {@code POST /api/log/{id}/retry} is {@code log.retry}. So a new controller needs no declaration.
 */
@Component
class ApiActions {

    record Action(String name, String connection, String subject) {
    }

    private static final Map<String, String> VERBS = Map.of("POST", "create", "PUT", "change", "PATCH", "change", "DELETE", "delete");

    private final RequestMappingHandlerMapping mappings;

    ApiActions(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** @param location of the created resource, or null */
    Action of(HttpServletRequest request, String location) {
        List<String> way = parts(pattern(request));
        List<String> words = way.stream().filter(part -> !part.startsWith("{")).toList();
        String last = way.get(way.size() - 1);
        boolean verbItself = !last.startsWith("{") && way.size() > 1;
        String name = String.join(".", words) + (verbItself ? "" : "." + VERBS.getOrDefault(request.getMethod(), request.getMethod().toLowerCase(Locale.ROOT)));
        Map<String, String> values = variables(request);
        String made = location == null ? null : location.replaceAll("\\?.*", "").replaceAll(".*/", "");
        boolean ofConnection = words.get(0).equals("connections");
        String connection = !ofConnection ? null : values.getOrDefault("id", way.size() == 1 ? made : null);
        return new Action(name, connection, subject(ofConnection, words.get(0), values, made));
    }

    private static String subject(boolean ofConnection, String first, Map<String, String> values, String made) {
        if (ofConnection) {
            String named = values.entrySet().stream().filter(value -> !value.getKey().equals("id")).map(value -> value.getKey() + ":" + value.getValue())
                .sorted().collect(Collectors.joining(" "));
            return named.isEmpty() ? null : named;
        }
        String id = values.getOrDefault("id", values.values().stream().findFirst().orElse(made));
        return id == null ? null : first + ":" + id;
    }

    /** Also resolved here, because a request refused by role has not reached its mapping. */
    private String pattern(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) == null) {
            try {
                mappings.getHandler(request);
            } catch (Exception nothingHandlesIt) {
                return request.getRequestURI();
            }
        }
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null || pattern.toString().startsWith("/**") ? request.getRequestURI() : pattern.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        Object values = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return values instanceof Map<?, ?> ? (Map<String, String>) values : Map.of();
    }

    private static List<String> parts(String path) {
        List<String> parts = Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).skip(1).toList();
        return parts.isEmpty() ? List.of("api") : parts;
    }
}
