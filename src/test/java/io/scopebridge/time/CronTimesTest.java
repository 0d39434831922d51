package io.scopebridge.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones whose clocks change in unusual ways: by half an hour, at midnight, in the south. */
@Fast
class CronTimesTest {

    private static final String ZONES = "Africa/Cairo, Australia/Lord_Howe, Pacific/Auckland, America/New_York, Europe/Berlin, Atlantic/Azores, America/Santiago, Asia/Beirut, UTC";

    /** Local times of one day before the clock changes, of the day, and of the one after. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // skipped: it runs as much later
        "Europe/Berlin       | 0 10 2 * * *  | 2027-03-27 | 02:10+01:00 03:10+02:00 02:10+02:00",
        "America/New_York    | 0 30 2 * * *  | 2027-03-13 | 02:30-05:00 03:30-04:00 02:30-04:00",
        "Pacific/Auckland    | 0 0 2 * * *   | 2027-09-25 | 02:00+12:00 03:00+13:00 02:00+13:00",
        "Australia/Lord_Howe | 0 15 2 * * *  | 2027-10-02 | 02:15+10:30 02:45+11:00 02:15+11:00",
        "Africa/Cairo        | 0 0 0 * * *   | 2027-04-29 | 00:00+02:00 01:00+03:00 00:00+03:00",
        // two hours at once
        "Antarctica/Troll    | 0 30 1 * * *  | 2027-03-27 | 01:30Z 03:30+02:00 01:30+02:00",
        // doubled: it runs in the first pass only
        "Europe/Berlin       | 0 10 2 * * *  | 2027-10-30 | 02:10+02:00 02:10+02:00 02:10+01:00",
        "America/New_York    | 0 30 1 * * *  | 2027-11-06 | 01:30-04:00 01:30-04:00 01:30-05:00",
        "Pacific/Auckland    | 0 0 2 * * *   | 2027-04-03 | 02:00+13:00 02:00+13:00 02:00+12:00",
        "Australia/Lord_Howe | 0 45 1 * * *  | 2027-04-03 | 01:45+11:00 01:45+11:00 01:45+10:30",
        "Africa/Cairo        | 0 30 23 * * * | 2027-10-27 | 23:30+03:00 23:30+03:00 23:30+02:00",
        // neither: the wall clock counts
        "Europe/Berlin       | 0 0 6 * * *   | 2027-10-30 | 06:00+02:00 06:00+01:00 06:00+01:00",
        "America/Los_Angeles | 0 0 6 * * *   | 2027-03-13 | 06:00-08:00 06:00-07:00 06:00-07:00"})
    void aScheduleForCertainHoursRunsOnceADay(String zone, String cron, LocalDate first, String times) {
        ZoneId there = ZoneId.of(zone);

        List<ZonedDateTime> runs = runs(cron, first.atStartOfDay(there).toInstant().minusSeconds(1), there, 3);

        assertThat(runs).extracting(run -> run.toLocalTime() + "" + run.getOffset()).containsExactly(times.split(" "));
        assertThat(runs).extracting(ZonedDateTime::toLocalDate).containsExactly(first, first.plusDays(1), first.plusDays(2));
    }

    @Test
    void aScheduleForEveryHourNeitherPausesNorHurries() {
        for (String zone : ZONES.split(", ")) runsEachHalfHour("0 */30 * * * *", zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 */30 */1 * * *", "0 0/30 0-23 * * ?", "0 0,30 0/1 * * *", "0 */30 0-11,12-23 * * *"})
    void howeverEveryHourIsWritten(String cron) {
        runsEachHalfHour(cron, "Europe/Berlin");
    }

    private static void runsEachHalfHour(String cron, String zone) {
        Instant at = Instant.parse("2027-01-01T00:00:00Z");
        while (at.isBefore(Instant.parse("2028-01-01T00:00:00Z"))) {
            Instant next = CronTimes.next(cron, at, ZoneId.of(zone));
            assertThat(Duration.between(at, next)).as(zone + " after " + at).isEqualTo(Duration.ofMinutes(30));
            at = next;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 10 2 * * *", "0 0 0 * * *", "0 45 1 * * *", "0 30 23 * * *", "59 59 2 * * *", "0 0 3 * * *"})
    void aDailyScheduleRunsOnEachDayOfAYear(String cron) {
        for (String zone : ZONES.split(", ")) {
            ZoneId there = ZoneId.of(zone);
            List<ZonedDateTime> runs = runs(cron, LocalDate.of(2027, 1, 1).atStartOfDay(there).toInstant().minusSeconds(1), there, 365);

            assertThat(runs).as(zone).extracting(ZonedDateTime::toLocalDate).doesNotHaveDuplicates();
            assertThat(runs.get(364).toLocalDate()).as(zone).isEqualTo("2027-12-31");
        }
    }

    @Test
    void aChangeOfTheClockBetweenIsKnown() {
        Instant winter = Instant.parse("2027-02-01T12:00:00Z");

        assertThat(CronTimes.next("0 0 6 15 7 *", winter, ZoneId.of("America/Los_Angeles"))).isEqualTo("2027-07-15T13:00:00Z");
        assertThat(CronTimes.next("0 0 * 1 1 *", winter, ZoneId.of("Europe/Berlin"))).isEqualTo("2027-12-31T23:00:00Z");
        assertThat(CronTimes.next("0 0 6 * * MON", Instant.parse("2027-03-27T12:00:00Z"), ZoneId.of("Europe/Berlin"))).isEqualTo("2027-03-29T04:00:00Z");
    }

    @Test
    void twoRunsThatFallIntoOneMomentAreOne() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(runs("0 0 2,3 * * *", Instant.parse("2027-03-28T00:00:00Z"), berlin, 2)).extracting(run -> run.toLocalDateTime().toString())
            .containsExactly("2027-03-28T03:00", "2027-03-29T02:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Antarctica/Troll    | 0 0,10 1 * * *     | 2027-03-28T00:00:00Z | 01:00:00Z 01:10:00Z",
        "Australia/Lord_Howe | 0 20,40 2 * * *    | 2027-10-02T15:00:00Z | 15:40:00Z 15:50:00Z",
        "Europe/Berlin       | 0 15,45 2,3 * * *  | 2027-03-28T00:00:00Z | 01:15:00Z 01:45:00Z",
        "America/New_York    | 0 0 1-3 * * *      | 2027-03-14T05:30:00Z | 06:00:00Z 07:00:00Z"})
    void nothingOfASkippedHourIsLost(String zone, String cron, Instant from, String times) {
        assertThat(runs(cron, from, ZoneId.of(zone), 2)).extracting(run -> run.toInstant().toString().substring(11)).containsExactly(times.split(" "));
    }

    @Test
    void whatIsNeverDueIsNull() {
        assertThat(CronTimes.next("0 0 0 30 2 *", Instant.parse("2027-01-01T00:00:00Z"), ZoneId.of("UTC"))).isNull();
    }

    private static List<ZonedDateTime> runs(String cron, Instant from, ZoneId zone, int count) {
        List<ZonedDateTime> runs = new ArrayList<>();
        Instant at = from;
        for (int run = 0; run < count; run++) {
            at = CronTimes.next(cron, at, zone);
            runs.add(at.atZone(zone));
        }
        return runs;
    }
}
