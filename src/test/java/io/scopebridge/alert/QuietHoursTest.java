package io.scopebridge.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class QuietHoursTest {

    /** In Berlin clocks are put forward at 2:00 on 2026-03-29 and back at 3:00 on 2026-10-25. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        22:00 | 07:00 | -               | 2026-11-27T20:59:59Z | -
        22:00 | 07:00 | -               | 2026-11-27T21:00:00Z | 2026-11-28T06:00:00Z
        22:00 | 07:00 | -               | 2026-11-28T05:59:59Z | 2026-11-28T06:00:00Z
        22:00 | 07:00 | -               | 2026-11-28T06:00:00Z | -
        12:00 | 13:00 | -               | 2026-11-27T11:30:00Z | 2026-11-27T12:00:00Z
        12:00 | 13:00 | -               | 2026-11-27T12:00:00Z | -
        -     | -     | SATURDAY,SUNDAY | 2026-11-27T22:59:59Z | -
        -     | -     | SATURDAY,SUNDAY | 2026-11-27T23:00:00Z | 2026-11-29T23:00:00Z
        18:00 | 08:00 | SATURDAY,SUNDAY | 2026-11-27T17:00:00Z | 2026-11-30T07:00:00Z
        18:00 | 08:00 | SATURDAY,SUNDAY | 2026-11-26T17:00:00Z | 2026-11-27T07:00:00Z
        01:00 | 02:30 | -               | 2026-03-29T00:30:00Z | 2026-03-29T01:30:00Z
        22:00 | 02:30 | -               | 2026-10-24T22:00:00Z | 2026-10-25T00:30:00Z
        """)
    void theyEndWhenTheClockOnTheWallSaysSo(String from, String to, String days, Instant now, Instant end) {
        List<DayOfWeek> quietDays = days == null ? List.of() : Stream.of(days.split(",")).map(DayOfWeek::valueOf).toList();
        assertThat(new QuietHours(from, to, "Europe/Berlin", quietDays).endAfter(now).orElse(null)).isEqualTo(end);
    }
}
