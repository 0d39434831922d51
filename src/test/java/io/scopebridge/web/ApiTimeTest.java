package io.scopebridge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class ApiTimeTest {

    @Test
    void aTimeHasAnOffset() {
        assertThat(ApiTime.parse(" 2026-01-31T13:00:00+01:00 ")).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    }

    /** PostgreSQL refuses years that Java and H2 accept. */
    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-31", "2026-01-31T12:00:00", "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"})
    void othersAreNone(String text) {
        assertThatThrownBy(() -> ApiTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
