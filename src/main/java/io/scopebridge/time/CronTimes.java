package io.scopebridge.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a cron expression is due next in a time zone whose clocks change. A schedule for certain hours runs once on each of its days: what
 * falls into a skipped hour runs as much later as was skipped, and in a doubled hour the first pass counts. A schedule for every hour
 * goes by elapsed time, so that it neither pauses in a doubled hour nor hurries in a skipped one.
 */
public final class CronTimes {

    private static final int HOUR = 2;

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
        // The hour before is read again: what fell into a skipped hour is due after it.
        LocalDateTime local = expression.next(LocalDateTime.ofInstant(now, zone).minusHours(1));
        while (local != null && !local.atZone(zone).toInstant().isAfter(now)) local = expression.next(local);
        return local == null ? null : local.atZone(zone).toInstant();
    }

    private static boolean isForEveryHour(String cron) {
        String[] fields = cron.strip().split("\\s+");
        return fields.length > HOUR ? fields[HOUR].equals("*") : cron.strip().equals("@hourly");
    }
}
