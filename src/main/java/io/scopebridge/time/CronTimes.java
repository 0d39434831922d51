package io.scopebridge.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.IntStream;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a cron expression is due next in a time zone whose clocks change. A schedule for certain hours runs once on each of its days: what
 * falls into a skipped hour runs as much later as was skipped, and in a doubled hour the first pass counts. A schedule for every hour
 * goes by elapsed time, so that it neither pauses in a doubled hour nor hurries in a skipped one.
 */
public final class CronTimes {

    private static final int HOUR = 2;
    private static final LocalDateTime A_DAY = LocalDate.EPOCH.atStartOfDay();

    private CronTimes() {
    }

    /** Null when it is never due again. */
    public static Instant next(String cron, Instant now, ZoneId zone) {
        CronExpression expression = CronExpression.parse(cron);
        return isForEveryHour(cron) ? byElapsedTime(expression, now, zone) : byWallClock(expression, now, zone);
    }

    private static Instant byElapsedTime(CronExpression expression, Instant now, ZoneId zone) {
        Instant after = now;
        Instant since = now;
        while (true) {
            OffsetDateTime next = expression.next(after.atOffset(zone.getRules().getOffset(since)));
            ZoneOffsetTransition change = zone.getRules().nextTransition(since);
            if (next == null) return null;
            if (change == null || next.toInstant().isBefore(change.getInstant())) return next.toInstant();
            since = change.getInstant();
            // The moment of the change may itself be due.
            after = since.minusNanos(1);
        }
    }

    private static Instant byWallClock(CronExpression expression, Instant now, ZoneId zone) {
        // What fell into time that was just skipped is due after it.
        ZoneOffsetTransition last = zone.getRules().previousTransition(now.plusNanos(1));
        Duration skipped = last != null && last.isGap() ? last.getDuration() : Duration.ZERO;
        LocalDateTime local = expression.next(LocalDateTime.ofInstant(now, zone).minus(skipped));
        Instant first = null;
        // It may be due after what is later by the wall clock.
        while (local != null && (first == null || local.isBefore(LocalDateTime.ofInstant(first, zone)))) {
            Instant due = local.atZone(zone).toInstant();
            if (due.isAfter(now) && (first == null || due.isBefore(first))) first = due;
            local = expression.next(local);
        }
        return first;
    }

    /** However it is written: *, 0-23 or 0/1. */
    private static boolean isForEveryHour(String cron) {
        String[] fields = cron.strip().split("\\s+");
        if (fields.length <= HOUR) return cron.strip().equals("@hourly");
        CronExpression hours = CronExpression.parse("0 0 " + fields[HOUR] + " * * *");
        return IntStream.range(0, 24).allMatch(hour -> A_DAY.plusHours(hour).equals(hours.next(A_DAY.plusHours(hour).minusSeconds(1))));
    }
}
