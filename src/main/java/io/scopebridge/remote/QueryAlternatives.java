package io.scopebridge.remote;

import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query with {@code {true,false}} for systems whose filter takes one value at a time: it is asked once for each value. Braces of data
 * are percent-encoded, and references such as <code>${project}</code> are replaced before.
 */
final class QueryAlternatives {

    private static final Pattern VALUES = Pattern.compile("\\{([^{},]+(?:,[^{},]+)+)}");

    private QueryAlternatives() {
    }

    static List<String> of(String query) {
        Matcher values = VALUES.matcher(query == null ? "" : query);
        if (!values.find()) return Collections.singletonList(query);
        return Stream.of(values.group(1).split(",")).flatMap(value -> of(query.substring(0, values.start()) + value + query.substring(values.end())).stream()).toList();
    }
}
