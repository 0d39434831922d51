package io.scopebridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class GraphemesTest {

    @ParameterizedTest
    @ValueSource(strings = {"👩‍💻", "🇩🇪", "e\u0301", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍🏽", "1️⃣", "𝒳", "\u1100\u1161\u11A8", "\u0915\u094D\u0937", "\u0915\u094D\u200D\u0937", "\u0938\u094D\u0924\u094D\u0930", "\u09B8\u09CD\u09A4", "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08"})
    void aCharacterStaysWholeOrGoes(String character) {
        String text = "x".repeat(96) + character + " and more " + "y".repeat(50);
        for (int longest = 90; longest < 96 + character.length() + 3; longest++) {
            String cut = Graphemes.cut(text, longest);
            assertThat(cut.length()).isLessThanOrEqualTo(longest);
            assertThat(text).startsWith(cut);
            assertThat(cut.length() <= 96 || cut.length() >= 96 + character.length()).as("cut at %d: %s", longest, cut).isTrue();
        }
    }

    @Test
    void asMuchAsFitsIsKept() {
        String flags = "🇩🇪🇫🇷🇮🇹🇯🇵".repeat(40);
        for (int longest = 0; longest <= 50; longest++) {
            assertThat(Graphemes.cut(flags, longest)).isEqualTo(flags.substring(0, longest / 4 * 4));
        }
        assertThat(Graphemes.cut("abc", 3)).isEqualTo("abc");
        assertThat(Graphemes.cut("abcd", 3)).isEqualTo("abc");
        assertThat(Graphemes.cut(null, 3)).isNull();
    }

    @Test
    void aLongTextIsCutInNoTime() {
        String text = "word ".repeat(200_000) + "👩‍💻";
        assertThat(Graphemes.cut(text, text.length() - 2)).hasSize(1_000_000);
        List<String> parts = Pattern.compile("\\X").matcher(Graphemes.cut("👩‍💻".repeat(3_000), 9_999)).results().map(part -> part.group()).distinct().toList();
        assertThat(parts).containsExactly("👩‍💻");
    }
}
