package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.text.Graphemes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a response must have for whoever reads it: whatever else is there proves nothing, and is refused by name. */
final class Expected {

    private static final Set<String> KINDS = Set.of("list", "object", "object-or-null");

    private Expected() {
    }

    /**
     * @param response maps and lists
     * @param what     a path such as {@code data.id} to a text or number, {@code list fields}, {@code object data}
     *                 or {@code object-or-null item}, where null says that there is no such record; {@code list} alone is the response itself; empty for anything
     */
    static void in(Object response, String what, Call call) {
        if (what == null || what.isBlank()) return;
        String[] words = what.trim().split(" +", 2);
        boolean isKind = KINDS.contains(words[0]);
        String path = !isKind ? what.trim() : words.length == 1 ? "" : words[1];
        Object found = at(response, path);
        boolean fits = switch (isKind ? words[0] : "value") {
            case "list" -> found instanceof List;
            case "object" -> found instanceof Map;
            case "object-or-null" -> found instanceof Map || response instanceof Map<?, ?> whole && whole.containsKey(path) && found == null;
            default -> found instanceof Number || found instanceof String text && !text.isBlank();
        };
        if (!fits) throw missing(call, (path.isEmpty() ? " is no " : " has no ") + (isKind ? words[0].replaceFirst("-.*", "") : "text or number") + (path.isEmpty() ? "" : " '" + path + "'"), found, path.isEmpty() ? null : path);
    }

    /** The list at the pointer. Anything else there is no proof that there are no rows; only a page without any entry is. */
    static JsonNode rows(JsonNode page, String pointer, Call call) {
        JsonNode list = page.at(pointer);
        if (list.isArray() || page.isArray() && page.isEmpty()) return list;
        throw missing(call, " has no list at '" + pointer + "'", list.isMissingNode() ? null : list, pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    private static RemoteFailure missing(Call call, String what, Object found, String field) {
        String cause = "The response to " + call.method() + " " + call.path() + what + " (" + (found == null ? "missing" : Graphemes.cut(String.valueOf(found), 60))
            + "), so nothing is known of what it should show.";
        return new RemoteFailure(new Failure(FailureClass.VALIDATION, cause, "Check the response in the remote system or in whatever is between it and the hub, then replay.", field, null, null, null));
    }

    private static Object at(Object response, String path) {
        Object found = response;
        if (!path.isEmpty()) for (String name : path.split("\\.")) found = found instanceof Map<?, ?> object ? object.get(name) : null;
        return found;
    }
}
