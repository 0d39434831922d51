package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions that mappings share, called from small mappings. */
@Fast
class LibrariesTest {

    private static final String FIRE = "\uD83D\uDD25";

    @TempDir
    Path folder;
    private Mappings mappings;

    @BeforeEach
    void copyTheLibraries() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        try (Stream<Path> libraries = Files.list(Path.of("mappings/lib"))) {
            for (Path library : libraries.toList()) {
                Files.copy(library, folder.resolve("lib").resolve(library.getFileName()));
            }
        }
        mappings = new Mappings("file:" + folder, new ObjectMapper());
    }

    @Test
    void aTextIsCutAtAWordsEndWithTheEllipsisInsideTheLimit() {
        assertThat(cut("one two three", 13)).isEqualTo("one two three");
        assertThat(cut("one two threeX", 13)).isEqualTo("one two…");
        assertThat(cut("one two thre four", 13)).isEqualTo("one two thre…");
        assertThat(cut("a bcdefghijklmnop", 10)).isEqualTo("a bcdefgh…");
        assertThat(cut("abcdefghijklmnop", 10)).isEqualTo("abcdefghi…");
    }

    @Test
    void aCutCountsUtf16UnitsAndNeverSplitsACharacter() {
        assertThat(cut("abcdefgh" + FIRE, 10)).isEqualTo("abcdefgh" + FIRE);
        assertThat(cut("abcdefgh" + FIRE + "i", 10)).isEqualTo("abcdefgh…");
        assertThat(cut("abcdefg" + FIRE + "hi", 10)).isEqualTo("abcdefg" + FIRE + "…");
        for (int limit : List.of(100, 255, 2000)) {
            for (int before = limit - 4; before <= limit; before++) {
                String text = cut("x".repeat(before) + FIRE.repeat(9), limit);
                assertThat(text.length()).isBetween(limit - 1, limit);
                assertThat(text.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
            }
        }
    }

    @Test
    void richTextBecomesPlain() {
        assertThat(plain("<p>One &amp; two</p>\r\n<p>Three</p>")).isEqualTo("One & two\n\nThree");
        assertThat(plain("<div>hi<br/>there</div>")).isEqualTo("hi\nthere");
        assertThat(plain("<UL class=\"x\"><LI>x</LI>\n<li>y&nbsp;z</li></UL>end")).isEqualTo("- x\n- y z\nend");
        assertThat(plain("<table><tr><td>1</td><td>2</td></tr></table>")).isEqualTo("1\t2");
        assertThat(plain("a<script>alert('<b>')</script><!-- <p> -->b")).isEqualTo("ab");
        assertThat(plain("&amp;lt; &#65;&#x1F525; &euro;5 &#xD800;")).isEqualTo("&lt; A" + FIRE + " €5");
        assertThat(plain("a\r\nb\rc  \n\n\n\nd")).isEqualTo("a\nb\nc\n\nd");
        assertThat(plain(null)).isEmpty();
    }

    @Test
    void textThatOnlyLooksLikeMarkupStays() {
        for (String text : List.of("a < b & c > d", "copy <server> to <target>", "R&D; AT&T", "if (a<b && c>d)", "x &unknown; y")) {
            assertThat(plain(text)).isEqualTo(text);
        }
    }

    @Test
    void aNameIsOneLine() {
        assertThat(text("oneLine", " a\r\n b\tc\u2028d\u0000e\u00A0 ")).isEqualTo("a b c d e");
        assertThat(text("oneLine", "設計 " + FIRE + " <b>")).isEqualTo("設計 " + FIRE + " <b>");
        assertThat(text("oneLine", null)).isEqualTo("");
    }

    @Test
    void sharesGoByTheLargestRemainder() {
        assertThat(split(6, 12.5, 3, 9.5)).containsExactly(3, 0.72, 2.28);
        assertThat(split(1, 1, 1, 1)).containsExactly(0.34, 0.33, 0.33);
        assertThat(split(0.29, 1, 1, 1)).containsExactly(0.1, 0.1, 0.09);
        assertThat(split(10, 0, 1, 0, 2)).containsExactly(0, 3.33, 0, 6.67);
        assertThat(split(3.8125, 1, 1)).containsExactly(1.91, 1.9025);
        assertThat(split(5, 0, 0)).containsExactly(0, 0);
        assertThat(split(5)).isEmpty();
    }

    @Test
    void sharesAlwaysSumToTheTotalAndNoneIsACentFromItsPart() {
        Random random = new Random(7);
        for (int round = 0; round < 150; round++) {
            double total = random.nextInt(100_000) / 100.0;
            double[] weights = IntStream.range(0, 1 + random.nextInt(12)).mapToDouble(i -> 0.01 + random.nextInt(1000) / 100.0).toArray();
            double sum = Arrays.stream(weights).sum();
            double[] shares = split(total, weights);
            assertThat(Arrays.stream(shares).sum()).isEqualTo(total, within(1e-9));
            for (int i = 0; i < shares.length; i++) {
                assertThat(shares[i]).isEqualTo(total * weights[i] / sum, within(0.0101));
            }
        }
    }

    @Test
    void aDateStaysItsCalendarDay() {
        assertThat(apply("dates", "dates.midnight(payload.a)", "2027-01-04T23:30:00-05:00")).isEqualTo("2027-01-04T00:00:00Z");
        assertThat(apply("dates", "dates.isDate(payload.a)", "2027-13-04")).isEqualTo(false);
        assertThat(apply("dates", "dates.isDate(payload.a)", "2027-12-04")).isEqualTo(true);
        assertThat(apply("dates", "dates.before(payload.a, '2027-01-04')", "2027-01-03T23:59:00Z")).isEqualTo(true);
        assertThat(apply("dates", "dates.before(payload.a, '2027-01-04')", "2027-01-04")).isEqualTo(false);
    }

    private String cut(String text, int limit) {
        return (String) apply("text", "text.cut(payload.a, " + limit + ")", text);
    }

    private String plain(String text) {
        return text("plain", text);
    }

    private String text(String function, String text) {
        return (String) apply("text", "text." + function + "(payload.a)", text);
    }

    private double[] split(double total, double... weights) {
        List<?> shares = (List<?>) apply("hours", "hours.split(payload.a.total, payload.a.weights)", Map.of("total", total, "weights", weights));
        return shares.stream().mapToDouble(share -> ((Number) share).doubleValue()).toArray();
    }

    private Object apply(String library, String expression, Object argument) {
        String name = "m" + Integer.toHexString(expression.hashCode());
        try {
            Files.writeString(folder.resolve(name + ".ds"), "local " + library + " = (import 'lib/" + library + ".libsonnet')(" + (library.equals("text") || library.equals("plan") ? "ds, hub" : "ds") + ");\n" + expression);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mappings.apply(name, Collections.singletonMap("a", argument));
    }
}
