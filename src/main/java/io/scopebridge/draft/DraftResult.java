package io.scopebridge.draft;

import io.scopebridge.mapping.MappingRefused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What a draft changes.
 *
 * @param mappings those that it changes: more than one if it is a library
 * @param errors   why it does not compile; then nothing was run
 * @param inputs   on how many it ran
 * @param notRun   on how many it did not, for lack of time
 * @param same     items that do not change, such as steps; likewise changed, added and removed
 * @param failed   inputs on which the draft fails
 * @param fields   how many items change in which field, most first
 * @param results  by input: those that differ first
 */
record DraftResult(Collection<String> mappings, List<MappingRefused.Place> errors, int inputs, int notRun, int same, int changed, int added, int removed, int failed,
                   List<FieldCount> fields, List<InputResult> results) {

    private static final int MOST_ITEMS = 2000;
    private static final int MOST_FIELDS = 500;

    record FieldCount(String field, int items) {
    }

    static DraftResult refused(MappingRefused.Place place) {
        return new DraftResult(List.of(), List.of(place), 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
    }

    static DraftResult of(Collection<String> mappings, List<InputResult> results, int notRun, Map<String, Integer> fields) {
        List<FieldCount> counts = fields.entrySet().stream().map(field -> new FieldCount(field.getKey(), field.getValue()))
            .sorted(Comparator.comparing((FieldCount count) -> -count.items()).thenComparing(FieldCount::field)).toList();
        return new DraftResult(mappings, List.of(), results.size(), notRun, sum(results, InputResult::same), sum(results, InputResult::changed),
            sum(results, InputResult::added), sum(results, InputResult::removed), (int) results.stream().filter(result -> result.failure() != null).count(), counts, bounded(results));
    }

    static void count(Map<String, Integer> fields, Comparison found) {
        found.fields().forEach(item -> item.forEach(field -> add(fields, Map.of(field, 1))));
    }

    /** Of one input. */
    static void add(Map<String, Integer> fields, Map<String, Integer> found) {
        found.forEach((field, items) -> {
            if (fields.containsKey(field) || fields.size() < MOST_FIELDS) fields.merge(field, items, Integer::sum);
        });
    }

    static Map<String, Integer> noFields() {
        return new TreeMap<>();
    }

    private static int sum(List<InputResult> results, ToIntFunction<InputResult> count) {
        return results.stream().mapToInt(count).sum();
    }

    private static List<InputResult> bounded(List<InputResult> results) {
        List<InputResult> shown = new ArrayList<>();
        int items = 0;
        for (InputResult result : results.stream().sorted(Comparator.comparing((InputResult one) -> !one.differs())).toList()) {
            items += result.items().size();
            shown.add(items > MOST_ITEMS ? result.withoutItems() : result);
        }
        return shown;
    }
}
