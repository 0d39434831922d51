package io.scopebridge.practice.scopestack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * One filter of a resource.
 *
 * @param standing the value that holds when the caller does not ask, or null
 * @param lists    whether several values may be given
 */
record Filter(BiPredicate<Row, String> rule, Predicate<String> valid, String standing, boolean lists) {

    Filter(BiPredicate<Row, String> rule, Predicate<String> valid, String standing) {
        this(rule, valid, standing, true);
    }

    Filter oneValue() {
        return new Filter(rule, valid, standing, false);
    }

    /** Several values are alternatives. */
    boolean lets(Row row, List<String> values) {
        return values.stream().anyMatch(value -> rule.test(row, value));
    }

    static Filter equal(String attribute) {
        return new Filter((row, value) -> row.text(attribute).equals(value), value -> true, null);
    }

    static Filter contains(String attribute) {
        return new Filter((row, value) -> row.text(attribute).toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT)),
            value -> true, null);
    }

    static Filter flag(String attribute, boolean standing) {
        return new Filter((row, value) -> row.attribute(attribute).asBoolean() == Boolean.parseBoolean(value),
            value -> value.equals("true") || value.equals("false"), "" + standing);
    }

    static Filter link(String relationship) {
        return new Filter((row, value) -> row.link(relationship) != null && value.equals(row.link(relationship).toString()),
            value -> true, null);
    }

    static Filter contained(String list) {
        return new Filter((row, value) -> StreamSupport.stream(row.attribute(list).spliterator(), false)
            .anyMatch(entry -> entry.asText().equals(value)), value -> true, null);
    }

    /** By whole days, and a day too generous: the real filter returns rows outside the window. */
    static Filter after(String attribute) {
        return new Filter((row, value) -> !day(row.text(attribute)).isBefore(day(value).minusDays(1)), Filter::isDay, null)
            .onlyWith(attribute);
    }

    static Filter before(String attribute) {
        return new Filter((row, value) -> !day(row.text(attribute)).isAfter(day(value).plusDays(1)), Filter::isDay, null)
            .onlyWith(attribute);
    }

    /** A row whose date is none cannot be filtered by it and is returned. */
    private Filter onlyWith(String attribute) {
        return new Filter((row, value) -> row.attribute(attribute).isTextual() && (!row.text(attribute).matches("\\d{4}-\\d\\d-\\d\\d.*") || rule.test(row, value)), valid, standing);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, 10));
    }

    private static boolean isDay(String text) {
        try {
            return text.length() >= 10 && day(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
