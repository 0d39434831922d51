package io.scopebridge.opportunity;

import io.scopebridge.web.InvalidInput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sort order of a list of opportunities, and the start of a page. Equal values are sorted by id. Missing values sort lowest.
 */
record OpportunitySort(By by, boolean descending) {

    private static final int LONGEST_ID = 40;
    private static final int LONGEST_CURSOR = 4_000;

    /** The sort expression, as SQL of the row {@code o}; null is the lowest. */
    enum By {

        ID("id", "char_length(o.opportunity_id)", "integer", Integer::valueOf),
        NAME("name", "lower(o.name)", "varchar(500)", text -> text),
        COMPANY("company", "lower(coalesce(o.company_name, ''))", "varchar(300)", text -> text),
        AMOUNT("amount", "coalesce(o.amount, -99999999999999999)", "decimal(19, 2)", BigDecimal::new),
        CHANGED("changed", "coalesce(o.changed_at, timestamp with time zone '0001-01-01 00:00:00+00')", "timestamp with time zone", OffsetDateTime::parse);

        private final String word;
        private final String sql;
        private final String type;
        private final Function<String, Object> read;

        By(String word, String sql, String type, Function<String, Object> read) {
            this.word = word;
            this.sql = sql;
            this.type = type;
            this.read = read;
        }

        String sql() {
            return sql;
        }
    }

    /** The last row of the previous page. */
    record Place(Object value, String id) {
    }

    /** @param text such as {@code -changed} (minus: descending); null: the newest ids first */
    static OpportunitySort of(String text) {
        if (text == null || text.isBlank()) return new OpportunitySort(By.ID, true);
        boolean descending = text.startsWith("-");
        String word = descending ? text.substring(1) : text;
        return Arrays.stream(By.values()).filter(by -> by.word.equals(word)).findFirst().map(by -> new OpportunitySort(by, descending))
            .orElseThrow(() -> new InvalidInput("sort", "must be one of " + Arrays.stream(By.values()).map(by -> by.word).collect(Collectors.joining(", "))
                + ", with a leading minus for descending order"));
    }

    String order() {
        String way = descending ? " desc" : "";
        return by.sql + way + ", char_length(o.opportunity_id)" + way + ", o.opportunity_id" + way;
    }

    /** The condition for rows after the cursor, with the parameters {@code value} and {@code id}. */
    String after() {
        String beyond = descending ? "<" : ">";
        return "(%1$s %2$s cast(:value as %3$s) or %1$s = cast(:value as %3$s) and (char_length(o.opportunity_id) %2$s char_length(cast(:id as varchar(40)))"
            .formatted(by.sql, beyond, by.type) + " or char_length(o.opportunity_id) = char_length(cast(:id as varchar(40))) and o.opportunity_id " + beyond + " :id))";
    }

    /** The cursor for the client. An id can be any text. */
    String cursor(Object value, String id) {
        String place = by.word + "\n" + id + (by == By.ID ? "" : "\n" + value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidInput if it is not a cursor of this order */
    Place place(String cursor) {
        String[] parts = decoded(cursor).split("\n", 3);
        boolean whole = parts[0].equals(by.word) && parts.length == (by == By.ID ? 2 : 3);
        if (!whole || parts[1].isEmpty() || parts[1].length() > LONGEST_ID || String.join("", parts).chars().anyMatch(Character::isISOControl)) throw wrong();
        try {
            return new Place(by == By.ID ? parts[1].length() : by.read.apply(parts[2]), parts[1]);
        } catch (NumberFormatException | DateTimeException e) {
            throw wrong();
        }
    }

    private static String decoded(String cursor) {
        if (cursor.length() > LONGEST_CURSOR) throw wrong();
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static InvalidInput wrong() {
        return new InvalidInput("after", "must be the next of the previous page, with the same order");
    }
}
