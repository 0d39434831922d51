package io.scopebridge.practice.scopestack;

import io.scopebridge.practice.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query of a list, refused where the type does not know a parameter.
 *
 * @param includes null when nothing was asked for, so that the answer has no {@code included}
 */
record Question(ResourceType type, Map<String, List<String>> filters, Includes includes, Comparator<Row> order, int page, int size) {

    /** The most that a page holds. That it is also the largest that can be asked for is an assumption. */
    static final int LARGEST_PAGE = 250;

    private static final Pattern FILTER = Pattern.compile("filter\\[([^\\]]+)]");
    // Known to be accepted and to do nothing.
    private static final Pattern NESTED_DATE = Pattern.compile("filter\\[(created|updated|approved)-at]\\[(after|before)]");

    /** @param without a filter of the type that may not be used here, or null */
    static Question list(Request request, ResourceType type, String without) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        type.filters().forEach((name, filter) -> {
            if (filter.standing() != null) filters.put(name, List.of(filter.standing()));
        });
        for (String parameter : request.query().keySet()) {
            Matcher filter = FILTER.matcher(parameter);
            if (filter.matches()) {
                if (filter.group(1).equals(without)) throw Refusals.filterNotAllowed(without);
                filters.put(filter.group(1), values(type, filter.group(1), request.parameter(parameter).orElse("")));
            } else if (parameter.startsWith("filter") && !NESTED_DATE.matcher(parameter).matches()) {
                throw Refusals.filterNotAllowed(parameter);
            }
        }
        refuseUnknown(request, Set.of("include", "sort", "page[number]", "page[size]"));
        return new Question(type, filters, includes(request, type), order(request.parameter("sort").orElse(""), type),
            number(request, "number", 1), Math.min(LARGEST_PAGE, number(request, "size", LARGEST_PAGE)));
    }

    /** What may be asked of one resource: nothing but include. Null when it was not asked. */
    static Includes one(Request request, ResourceType type) {
        request.query().keySet().stream().filter(name -> name.startsWith("filter")).findFirst().ifPresent(name -> {
            throw Refusals.filterNotAllowed(name);
        });
        refuseUnknown(request, Set.of("include"));
        return includes(request, type);
    }

    boolean wants(Row row) {
        return filters.entrySet().stream().allMatch(filter -> type.filters().get(filter.getKey()).lets(row, filter.getValue()));
    }

    private static List<String> values(ResourceType type, String name, String list) {
        Filter filter = type.filters().get(name);
        if (filter == null) throw Refusals.filterNotAllowed(name);
        List<String> values = new ArrayList<>();
        for (String value : list.split(",")) {
            if (!filter.valid().test(value.trim())) throw Refusals.invalidFilterValue(value, name);
            values.add(value.trim());
        }
        if (values.size() > 1 && !filter.lists()) throw Refusals.invalidFilterValue(list, name);
        return values;
    }

    private static void refuseUnknown(Request request, Set<String> known) {
        for (String parameter : request.query().keySet())
            if (!known.contains(parameter) && !parameter.startsWith("filter")) throw Refusals.paramNotAllowed(parameter);
    }

    private static Includes includes(Request request, ResourceType type) {
        return request.parameter("include").map(list -> Includes.of(type, list)).orElse(null);
    }

    private static Comparator<Row> order(String sort, ResourceType type) {
        Comparator<Row> order = Comparator.comparingInt(row -> 0);
        for (String part : sort.split(",")) {
            if (part.isBlank()) continue;
            String field = part.startsWith("-") ? part.substring(1) : part;
            if (!Set.of("created-at", "updated-at").contains(field)) throw Refusals.invalidSort(field, type.name());
            Comparator<Row> next = Comparator.comparing(row -> row.json().path(field).asText());
            order = order.thenComparing(part.startsWith("-") ? next.reversed() : next);
        }
        return order;
    }

    private static int number(Request request, String name, int otherwise) {
        String text = request.parameter("page[" + name + "]").orElse("" + otherwise);
        try {
            int number = Integer.parseInt(text);
            if (number > 0) return number;
        } catch (NumberFormatException notANumber) {
            // refused below like a number that is too small
        }
        throw Refusals.invalidPageValue(text, name);
    }
}
