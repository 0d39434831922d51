package io.scopebridge.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scopebridge.remote.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How to look up an object.
 *
 * @param rows   JSON pointer to the rows in a page, "" if the page is the array
 * @param id     JSON pointer to the remote id in a row
 * @param match  JSON pointers into a row with the expected values; all must match
 * @param holds  JSON pointers into the row that is found with the values for which nothing needs to be written; empty if the last write decides
 * @param marker an additional marker of the object, or null: rows with it are the object, whether they match or not. If there are none,
 *               {@code match} decides; if that is empty, the object is absent
 * @param except remote ids of objects that belong to somebody else, whatever they say
 * @param count  how the system counts the rows of the listing, or null: what a listing with fewer rows lacks may exist
 */
public record Find(String method, String path, String query, JsonNode body, String rows, String id, Map<String, JsonNode> match,
                   Map<String, JsonNode> holds, Marker marker, Set<String> except, FindCount count) {

    /** Equal for steps that only a marker distinguishes. */
    public Find unmarked() {
        return marker == null || match.isEmpty() ? this : new Find(method, path, query, body, rows, id, match, holds, null, except, count);
    }

    /** Also equal for steps whose texts become the same if a database changes them. */
    Find bare() {
        Map<String, JsonNode> texts = new LinkedHashMap<>(match);
        texts.replaceAll((pointer, value) -> value.isTextual() && References.whole(value) == null ? TextNode.valueOf(AlteredText.bare(value.textValue())) : value);
        return new Find(method, path, query, body, rows, id, texts, holds, marker, except, count);
    }

    public Set<String> references() {
        Set<String> keys = new TreeSet<>();
        References.inText(path, keys);
        References.inText(query, keys);
        References.inBody(body, keys);
        match.values().forEach(value -> References.inBody(value, keys));
        holds.values().forEach(value -> References.inBody(value, keys));
        if (count != null) keys.addAll(count.references());
        return keys;
    }

    /** Equal for all steps that share a listing. */
    public Find question() {
        return new Find(method, path, query, body, rows, "", Map.of(), Map.of(), null, Set.of(), count);
    }

    public Call with(UnaryOperator<String> remoteIds) {
        return new Call(method, References.text(path, remoteIds), References.text(query, remoteIds), References.body(body, remoteIds, false));
    }
}
