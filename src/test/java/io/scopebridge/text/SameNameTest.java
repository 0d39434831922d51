package io.scopebridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class SameNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "Café Zürich|Cafe\u0301 Zu\u0308rich",
        "Contoso|Contoso\u200B",
        "Contoso|\uFEFFCon\u00ADtoso",
        "Northwynd Traders|Northwynd  Traders ",
        "Northwynd Traders|northwynd\u00A0traders",
        "Smith & Sons|Smith &amp; Sons",
        "O'Neill|O&#39;Neill",
        "ACTIVE|active",
        "ﬁrst|First",
        "ΟΔΟΣ|οδος",
        "Ｎorthwind|Northwind"})
    void aPersonTakesThemForTheSame(String one, String other) {
        assertThat(SameName.of(one, other)).isTrue();
        assertThat(SameName.of(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "Contoso|Contoso 2",
        "Cafe|Café",
        "Smith Sons|SmithSons",
        "A&B|A&ampB",
        "R&D|R&amp;amp;D"})
    void aPersonTellsThemApart(String one, String other) {
        assertThat(SameName.of(one, other)).isFalse();
    }
}
