package io.scopebridge.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * {@code ${key}} is replaced by the remote id of a step: anywhere in a path or a query, in a body only as a whole string, because the
 * rest of a body is user text.
 */
public final class References {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^{}]+)}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private References() {
    }

    static void inText(String text, Set<String> keys) {
        if (text != null) {
            REFERENCE.matcher(text).results().forEach(found -> keys.add(found.group(1)));
        }
    }

    static void inBody(JsonNode node, Set<String> keys) {
        if (node == null) {
            return;
        }
        String key = whole(node);
        if (key != null) {
            keys.add(key);
        }
        node.forEach(child -> inBody(child, keys));
    }

    public static String text(String text, UnaryOperator<String> remoteIds) {
        if (text == null) {
            return null;
        }
        return REFERENCE.matcher(text).replaceAll(found ->
                Matcher.quoteReplacement(UriUtils.encode(remoteIds.apply(found.group(1)), StandardCharsets.UTF_8)));
    }

    /** A copy with references replaced by remote ids, as numbers where possible unless ids must remain strings. */
    public static JsonNode body(JsonNode node, UnaryOperator<String> remoteIds, boolean textIds) {
        if (node == null) {
            return null;
        }
        String key = whole(node);
        if (key != null) {
            String id = remoteIds.apply(key);
            return !textIds && NUMBER.matcher(id).matches() ? JSON.numberNode(Long.parseLong(id)) : JSON.textNode(id);
        }
        if (node.isObject()) {
            ObjectNode copy = JSON.objectNode();
            node.fields().forEachRemaining(field -> copy.set(field.getKey(), body(field.getValue(), remoteIds, textIds)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode(node.size());
            node.forEach(child -> copy.add(body(child, remoteIds, textIds)));
            return copy;
        }
        return node;
    }

    /** The key that the string as a whole refers to, or null. */
    public static String whole(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        Matcher matcher = REFERENCE.matcher(node.textValue());
        return matcher.matches() ? matcher.group(1) : null;
    }
}
