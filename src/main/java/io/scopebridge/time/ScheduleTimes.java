package io.scopebridge.time;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/** When a schedule is due: by its cron expression, and later by its spread. */
public final class ScheduleTimes {

    private static final Duration WIDEST = Duration.ofHours(1);

    private ScheduleTimes() {
    }

    public static OffsetDateTime next(String cron, ZoneId zone, int spread) {
        Instant next = CronTimes.next(cron, Instant.now().minusSeconds(spread), zone);
        return (next == null ? Instant.now().plus(Duration.ofDays(36_500)) : next.plusSeconds(spread)).atOffset(ZoneOffset.UTC);
    }

    /** Seconds by which this connection is later than others with the same expression: always the same, within an hour and before the next time. */
    public static int spread(String connectionId, String flow, String cron, ZoneId zone) {
        Instant first = CronTimes.next(cron, Instant.now(), zone);
        Instant second = first == null ? null : CronTimes.next(cron, first, zone);
        if (second == null) return 0;
        long window = Math.min(WIDEST.toSeconds(), Duration.between(first, second).toSeconds());
        return Math.floorMod(Arrays.hashCode(DigestUtils.sha256(connectionId + "\0" + flow)), (int) Math.max(1, window));
    }
}
