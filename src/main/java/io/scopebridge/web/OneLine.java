package io.scopebridge.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names and settings are one line: a line break or NUL in them would end up in headers, log files and databases that do not accept them. */
public final class OneLine {

    public static final String MESSAGE = "must be one line without control characters; remove line breaks, tabs and NUL";
    private static final Pattern CONTROL = Pattern.compile("\\p{IsControl}");

    private OneLine() {
    }

    public static boolean is(String text) {
        return !CONTROL.matcher(text).find();
    }

    /** An error for each text in the tree that is more than one line, under its dotted path. */
    public static List<FieldError> errors(JsonNode tree) {
        List<FieldError> errors = new ArrayList<>();
        collect("", tree, errors);
        return errors;
    }

    private static void collect(String path, JsonNode node, List<FieldError> errors) {
        if (node.isTextual() && !is(node.textValue())) errors.add(new FieldError(path, MESSAGE));
        node.properties().forEach(property -> collect(path.isEmpty() ? property.getKey() : path + "." + property.getKey(), property.getValue(), errors));
        if (node.isArray()) node.forEach(element -> collect(path, element, errors));
    }
}
