package io.scopebridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What databases do to texts. */
@Fast
class AlteredTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "Rack \uD83D\uDE80 setup|Rack ?? setup", "Rack \uD83D\uDE80 setup|Rack ? setup", "Rack \uD83D\uDE80 setup|Rack \uFFFD setup",
        "Rack \uD83D\uDE80 setup|Rack  setup", "Rack \uD83D\uDE80 setup|Rack setup", "\uD83D\uDE80 Rack|Rack",
        "Rack  and\tcables |Rack and cables", "Rack and cables|Rack and\u00A0cables", "Rack\u200B|Rack",
        "Caf\u00E9|Cafe\u0301", "Cafe\u0301|Caf\u00E9", "\u017Di\u017Eka|Zizka", "\u017Di\u017Eka|?i?ka", "\u017Di\u017Eka \uD83D\uDE80|\u017Di?ka ??",
        "\u8A2D\u5B9A|??", "\u201CRack\u201D \u2013 one|\"Rack\" - one", "R&D <lab>|R&amp;D &lt;lab&gt;", "Rack|Rack",
    })
    void isStillTheSameText(String sent, String stored) {
        assertThat(AlteredText.is(sent, stored)).as("is").isTrue();
        assertThat(AlteredText.bare(sent).equals(AlteredText.bare(stored)) || AlteredText.plain(sent).equals(AlteredText.plain(stored))
                || stored.contains("&")).as("found by the index").isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "Rack|rack", "Rack|Racks", "Rack 1|Rack 2", "Rack?|Rack", "Rack|Rack?", "Rack and stack|Rackandstack", "\u8A2D\u5B9A|\u8A2D", "\u8A2D\u5B9A|\u5C0E\u5165",
        "Caf\u00E9|Caf", "Rack \uD83D\uDE80|Rack \uD83D\uDE81", "Rack ?? setup|Rack \uD83D\uDE80 setup", "\uD83D\uDE80|Rack", "Rack|",
    })
    void isAnother(String sent, String stored) {
        assertThat(AlteredText.is(sent, stored == null ? "" : stored)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "Rack setup|false", "Rack: setup (4-22), 50 %|false", "Rack  setup|true", "Rack setup |true", "Caf\u00E9|true", "R&D|true", "scopebridge:service:1|false",
    })
    void onlySomeTextsAreInDanger(String text, boolean likely) {
        assertThat(AlteredText.isLikely(text)).isEqualTo(likely);
    }
}
