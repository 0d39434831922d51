package io.scopebridge.failure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** How long a system asks to wait, by its header {@code Retry-After}; with a minimum, because some systems ask for no wait at all. */
public final class RetryAfter {

    /** A new attempt costs less than a longer wait. */
    public static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_FLOOR = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final DateTimeFormatter OF_1994 = DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final DateTimeFormatter OF_C = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private RetryAfter() {
    }

    /**
     * Seconds, also with decimals, or an HTTP date, at most an hour; a date in the past means no wait. Null if absent or invalid.
     *
     * @param date the header {@code Date} of the same response, or null: a wait until a date is measured by the clock of its sender
     */
    public static Duration of(String header, String date) {
        if (header == null || header.isBlank()) return null;
        String text = header.strip();
        if (text.matches("[0-9]+(\\.[0-9]+)?")) return bounded(Duration.ofSeconds(new BigDecimal(text).setScale(0, RoundingMode.CEILING).min(BigDecimal.valueOf(LONGEST.toSeconds())).longValue()));
        Instant until = instant(text);
        if (until == null) return null;
        Instant now = date == null ? null : instant(date.strip());
        return bounded(Duration.between(now == null ? Instant.now() : now, until));
    }

    /** The requested wait, but at least 1 s, doubled with each consecutive refusal up to a minute. */
    public static Duration atLeast(Duration asked, int refusalsInARow) {
        Duration floor = SHORTEST.multipliedBy(1L << Math.min(Math.max(refusalsInARow, 1) - 1, MOST_DOUBLINGS));
        return longer(asked, floor.compareTo(LONGEST_FLOOR) > 0 ? LONGEST_FLOOR : floor);
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) return Duration.ZERO;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** In any of the three forms of RFC 9110, or null. */
    private static Instant instant(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException another) {
            for (DateTimeFormatter older : new DateTimeFormatter[] {OF_1994, OF_C}) {
                try {
                    return LocalDateTime.parse(text, older).toInstant(ZoneOffset.UTC);
                } catch (DateTimeParseException notThis) {
                    // The next one.
                }
            }
            return null;
        }
    }
}
