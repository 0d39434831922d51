package io.scopebridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class LenientTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T10:00:00Z,        2026-01-05T10:00:00Z",
        "2026-01-05T10:00:00.123Z,    2026-01-05T10:00:00.123Z",
        "2026-01-05T10:00:00+01:00,   2026-01-05T10:00:00+01:00",
        "2026-01-05T10:00:00+0100,    2026-01-05T10:00:00+01:00",
        "2026-01-05T10:00:00,         2026-01-05T10:00:00Z",
        "2026-01-05T10:00,            2026-01-05T10:00:00Z",
        "2026-01-05 10:00:00,         2026-01-05T10:00:00Z",
        "2026-01-05t10:00:00z,        2026-01-05T10:00:00Z",
        "2026-01-05,                  2026-01-05T00:00:00Z"})
    void aTimeIsReadAsItIsWritten(String text, OffsetDateTime time) {
        assertThat(LenientTime.of(text)).contains(time);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "yesterday", "0000-00-00T00:00:00Z", "2026-13-01", "2026-02-30T10:00:00Z", "1767607200", "10:00"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(LenientTime.of(text)).isEmpty();
    }
}
