package io.scopebridge.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a rule sends nothing. What happens then is one digest afterwards.
 *
 * @param from     such as 22:00; with to, may cross midnight; absent: no hours
 * @param to       such as 07:00
 * @param timeZone such as Europe/Berlin
 * @param days     quiet as a whole
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record QuietHours(String from, String to, String timeZone, List<DayOfWeek> days) {

    /** A week of quiet days has fewer changes. */
    private static final int MOST_CHANGES = 30;

    QuietHours {
        days = days == null ? List.of() : days;
    }

    /** The end of the quiet time that this moment is in; empty if it is in none. */
    Optional<Instant> endAfter(Instant now) {
        ZonedDateTime time = now.atZone(ZoneId.of(timeZone));
        ZonedDateTime start = time;
        for (int change = 0; change < MOST_CHANGES && covers(time); change++) time = nextChange(time);
        return time.isAfter(start) ? Optional.of(time.toInstant()) : Optional.empty();
    }

    private boolean covers(ZonedDateTime time) {
        if (days.contains(time.getDayOfWeek())) return true;
        if (from == null) return false;
        LocalTime at = time.toLocalTime();
        LocalTime start = LocalTime.parse(from);
        LocalTime end = LocalTime.parse(to);
        return start.isBefore(end) ? !at.isBefore(start) && at.isBefore(end) : !at.isBefore(start) || at.isBefore(end);
    }

    private ZonedDateTime nextChange(ZonedDateTime time) {
        LocalDate day = time.toLocalDate();
        List<ZonedDateTime> changes = new ArrayList<>(List.of(day.plusDays(1).atStartOfDay(time.getZone())));
        if (to != null) changes.add(day.atTime(LocalTime.parse(to)).atZone(time.getZone()));
        return changes.stream().filter(change -> change.isAfter(time)).min(ZonedDateTime::compareTo).orElseThrow();
    }
}
