package io.scopebridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a route says about its exchange variables in its note: {@code needs: body, projectId; leaves: bundle, result?}.
 *
 * @param leaves what is there after the route, whichever way through it was taken
 * @param may    what the route sets on some ways only; in the note with a question mark
 */
record RouteNote(Set<String> needs, Set<String> leaves, Set<String> may) {

    private static final Pattern FORM = Pattern.compile("(?:needs: ([\\w, ]+))?(?:(?:^|; )leaves: ([\\w?, ]+))?");

    static RouteNote of(JsonNode route) {
        String note = route.path("note").asText("");
        Matcher parts = FORM.matcher(note);
        if (!parts.matches()) throw new IllegalArgumentException("'" + note + "' is not of the form 'needs: a, b; leaves: c, d?'");
        Set<String> leaves = new LinkedHashSet<>();
        Set<String> may = new LinkedHashSet<>();
        names(parts.group(2)).forEach(name -> {
            if (name.endsWith("?")) may.add(name.substring(0, name.length() - 1));
            else leaves.add(name);
        });
        return new RouteNote(names(parts.group(1)), leaves, may);
    }

    private static Set<String> names(String list) {
        return list == null ? Set.of() : new LinkedHashSet<>(Set.of(list.split(", ")));
    }
}
