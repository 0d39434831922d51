package io.scopebridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class LenientNumberTest {

    @ParameterizedTest
    @CsvSource({"8, 8", "8.0, 8.0", "8., 8", ".5, 0.5", "-.5, -0.5", "+3, 3", "1e3, 1000", "1.5E-2, 0.015", "0, 0", "' 7.25 ', 7.25", "0.3333333333333333333333333333333333, 0.3333333333333333333333333333333333"})
    void readsWhatHasOneMeaning(String text, BigDecimal number) {
        assertThat(LenientNumber.of(text)).hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "1,250.00", "1,5", "1 250", "1 250,00", "1\u00a0250", "NaN", "Infinity", "-Infinity", "1e400", "1e99", "1e-99", "0x10", "abc", "8h", "--1", "1.2.3",
        "\u0661\u0662", "true", "{}", "999999999999999999", "."})
    void readsNothingElse(String text) {
        assertThat(LenientNumber.of(text)).isEmpty();
    }
}
