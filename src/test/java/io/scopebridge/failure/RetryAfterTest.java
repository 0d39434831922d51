package io.scopebridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class RetryAfterTest {

    private static final String DATE = "Fri, 27 Nov 2026 12:00:00 GMT";

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        0; 0
        7; 7
        ' 120 '; 120
        0010; 10
        3600; 3600
        3601; 3600
        0.2; 1
        90.5; 91
        120.0; 120
        3600.001; 3600
        999999999; 3600
        9223372036854775808; 3600
        99999999999999999999999999; 3600
        Fri, 27 Nov 2026 12:00:30 GMT; 30
        Friday, 27-Nov-26 12:00:30 GMT; 30
        Fri Nov 27 12:00:30 2026; 30
        Sun Dec  6 12:00:30 2026; 3600
        Fri, 27 Nov 2026 11:59:00 GMT; 0
        Fri, 31 Dec 9999 23:59:59 GMT; 3600""")
    void secondsAndDatesAreReadAndBounded(String header, long seconds) {
        assertThat(RetryAfter.of(header, DATE)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"-1", "-99999999999999999999", "1.", ".5", "1,5", "1e9", "5s", "+5", "soon", "\u0663", "NaN", "2026-11-27T12:00:30Z", "120, 120", "Fri, 99 Nov 2026 12:00:00 GMT"})
    void whatMakesNoSenseCountsAsAbsent(String header) {
        assertThat(RetryAfter.of(header, DATE)).isNull();
    }

    @Test
    void withoutADateTheHubsOwnClockCounts() {
        assertThat(RetryAfter.of("Fri, 31 Dec 9999 23:59:59 GMT", null)).isEqualTo(Duration.ofHours(1));
        assertThat(RetryAfter.of("Thu, 01 Jan 1970 00:00:00 GMT", "nonsense")).isZero();
    }

    @Test
    void noWaitIsASecondAndGrows() {
        assertThat(RetryAfter.atLeast(Duration.ZERO, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(RetryAfter.atLeast(Duration.ZERO, 2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(RetryAfter.atLeast(Duration.ofSeconds(3), 2)).isEqualTo(Duration.ofSeconds(3));
        assertThat(RetryAfter.atLeast(Duration.ZERO, 7)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryAfter.atLeast(Duration.ZERO, Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryAfter.atLeast(Duration.ofMinutes(5), 30)).isEqualTo(Duration.ofMinutes(5));
    }
}
