package io.scopebridge.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** How long a system asks to wait, by its header {@code Retry-After}; and how long at least, since systems also ask for no wait at all. */
public final class RetryAfter {

    /** After a longer time a new attempt costs less than the wait. */
    public static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_FLOOR = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final DateTimeFormatter OF_1994 = DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final DateTimeFormatter OF_C = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private RetryAfter() {
    }

    /**
     * Seconds or a date of HTTP, at most an hour; a date that is over is no wait. Null when there is none, or none that makes sense.
     *
     * @param date the header {@code Date} of the same answer, or null: a wait until a date is counted by the clock that wrote it
     */
    public static Duration of(String header, String date) {
        if (header == null || header.isBlank()) return null;
        String text = header.strip();
        if (text.matches("\\d+")) return text.length() > 9 ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(text)));
        Instant until = instant(text);
        if (until == null) return null;
        Instant now = date == null ? null : instant(date.strip());
        return bounded(Duration.between(now == null ? Instant.now() : now, until));
    }

    /** The wait that was asked for, but 1 s at least, and twice as long with each refusal in a row, up to a minute. */
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
