package io.scopebridge.plan.manual;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.Find;
import io.scopebridge.plan.Marker;
import io.scopebridge.plan.References;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.lookup.Matching;
import io.scopebridge.web.FieldError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Compares the body of a step with an edited one: what must not change, and how the lookup changes. */
final class EditedBody {

    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]*");

    private final Step step;
    private final JsonNode former;
    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();

    EditedBody(Step step, JsonNode body) {
        this.step = step;
        this.former = step.call().body();
        this.body = body;
    }

    /**
     * Edits that would orphan the record or allow duplicates.
     *
     * @param others the other steps of the plan
     */
    List<FieldError> errors(List<Step> others) {
        errors.clear();
        references();
        if (step.find() != null) {
            marker(step.find());
            others.stream().filter(other -> other.find() != null && other.find().marker() != null).forEach(this::markerOf);
            compared(step.find().match(), true);
            compared(step.find().holds(), true);
            askedBy(step.find());
        }
        return List.copyOf(errors);
    }

    /** The values that a lookup compares, taken from the edited body. */
    Map<String, JsonNode> compared(Map<String, JsonNode> values) {
        return compared(values, false);
    }

    private void references() {
        Map<String, JsonNode> before = JsonPaths.of(former);
        Map<String, JsonNode> now = JsonPaths.of(body);
        TreeSet<String> places = new TreeSet<>(before.keySet());
        places.addAll(now.keySet());
        for (String place : places) {
            String was = before.containsKey(place) ? References.whole(before.get(place)) : null;
            String is = now.containsKey(place) ? References.whole(now.get(place)) : null;
            if (was != null && !was.equals(is)) {
                wrong(place, "must stay ${" + was + "}: it is a reference to the id of another record of the plan");
            } else if (is != null && was == null) {
                wrong(place, "must not be a reference: only references of the mapping have an id");
            }
        }
    }

    private void marker(Find find) {
        if (find.marker() == null) return;
        for (String place : JsonPaths.inBody(find, find.marker().pointer())) {
            Marker marker = new Marker(place, find.marker().text());
            if (marker.isBorneBy(former) && !marker.isBorneBy(body)) {
                wrong(place, "must still contain '" + marker.text() + "', which identifies the record");
            }
        }
    }

    private void markerOf(Step other) {
        Marker marker = other.find().marker();
        if (!marker.isBorneBy(former) && marker.isBorneBy(body)) {
            wrong(marker.pointer(), "must not contain '" + marker.text() + "', which identifies '" + other.title() + "' is found");
        }
    }

    private Map<String, JsonNode> compared(Map<String, JsonNode> values, boolean checked) {
        Map<String, JsonNode> now = new LinkedHashMap<>(values);
        values.forEach((pointer, expected) -> {
            for (String place : JsonPaths.inBody(step.find(), pointer)) {
                if (former.at(place).isMissingNode() || former.at(place).equals(body.at(place))) continue;
                if (checked) checkCompared(place, Matching.same(expected, former.at(place)));
                if (Matching.same(expected, former.at(place))) now.put(pointer, body.at(place));
            }
        });
        return now;
    }

    private void checkCompared(String place, boolean same) {
        JsonNode value = body.at(place);
        if (!same) {
            wrong(place, "cannot be edited: the lookup expects a different value than the one that is sent");
        } else if (value.isMissingNode() || value.isNull() || value.isContainerNode()) {
            wrong(place, "must be a string, a number, true or false: it identifies the record");
        } else if (value.isTextual() && (value.textValue().isBlank() || !value.textValue().strip().equals(value.textValue()) || !ONE_LINE.matcher(value.textValue()).matches())) {
            wrong(place, "must be one line without surrounding blanks: it identifies the record");
        }
    }

    /** A lookup that queries the former value would not list the record. */
    private void askedBy(Find find) {
        String path = URLDecoder.decode(find.path(), StandardCharsets.UTF_8);
        String question = path + " " + (find.query() == null ? "" : URLDecoder.decode(find.query(), StandardCharsets.UTF_8)) + " " + Objects.toString(find.body(), "");
        JsonPaths.of(former).forEach((place, value) -> {
            if (value.isBoolean() || value.isNull() || value.asText().isBlank() || References.whole(value) != null || value.equals(body.at(place))) return;
            boolean named = says(question, place.substring(place.lastIndexOf('/') + 1)) && says(question, value.asText());
            if (named || value.isNumber() && says(path, value.asText())) {
                wrong(place, "cannot be edited: the lookup of the record sends " + value);
            }
        });
    }

    private static boolean says(String text, String word) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)").matcher(text).find();
    }

    private void wrong(String pointer, String message) {
        errors.add(new FieldError(JsonPaths.named(pointer), message));
    }
}
