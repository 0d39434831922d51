package io.scopebridge.plan;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/**
 * Whether a text equals another after changes that a database may make: blanks trimmed and folded, composed or decomposed, HTML escaped,
 * letters without accents, and unsupported characters as question marks; symbols may be missing. Always case-sensitive.
 */
public final class AlteredText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\x{FE00}-\\x{FE0F}&&[^\\s]]");
    private static final Pattern NO_ASCII = Pattern.compile("[^\\x00-\\x7F]+");
    private static final Pattern HTML = Pattern.compile("[<>&\"']");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern END = Pattern.compile("[\\s.\u2026]+$");
    private static final Pattern LOST = Pattern.compile("[\\s?\\x{FFFD}]+");
    private static final Map<Integer, String> PLAIN = Map.of(0x2018, "'", 0x2019, "'", 0x201C, "\"", 0x201D, "\"", 0x2013, "-", 0x2014, "-", 0x2026, "...");

    private AlteredText() {
    }

    /** Equal for all variants of a text without its non-ASCII characters. */
    public static String bare(String text) {
        return LOST.matcher(NO_ASCII.matcher(folded(text)).replaceAll("")).replaceAll("");
    }

    /** Equal for all variants of a text without its accents. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        folded(text).codePoints().forEach(letter -> plain.append(plain(letter)));
        return bare(plain.toString());
    }

    /** Whether it has characters that some databases change. */
    public static boolean isLikely(String text) {
        return !text.equals(folded(text)) || NO_ASCII.matcher(text).find() || HTML.matcher(text).find();
    }

    public static boolean is(String sent, String stored) {
        String wanted = folded(sent);
        if (wanted.isEmpty() || stored.isBlank()) {
            return false;
        }
        StringBuilder pattern = new StringBuilder();
        int[] letters = wanted.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean besideLoss = i > 0 && letters[i - 1] > 0x7F || i + 1 < letters.length && letters[i + 1] > 0x7F;
            pattern.append(letters[i] > 0x7F ? anyOf(letters[i]) : letters[i] == ' ' && besideLoss ? " ?" : Pattern.quote(Character.toString(letters[i])));
        }
        Pattern altered = Pattern.compile(pattern.toString());
        return altered.matcher(folded(stored)).matches() || altered.matcher(folded(HtmlUtils.htmlUnescape(stored))).matches();
    }

    /** Whether the stored text may be the sent one, cut off or with other capitals: too little to be sure. */
    public static boolean resembles(String sent, String stored) {
        String wanted = folded(sent).toLowerCase(Locale.ROOT);
        return Stream.of(stored, HtmlUtils.htmlUnescape(stored)).map(text -> END.matcher(folded(text)).replaceAll("").toLowerCase(Locale.ROOT))
                .anyMatch(there -> there.codePoints().anyMatch(Character::isLetter) && wanted.startsWith(there));
    }

    private static String anyOf(int letter) {
        String plain = plain(letter);
        boolean mayGo = letter > 0xFFFF || Character.getType(letter) == Character.OTHER_SYMBOL;
        return "(?:" + Pattern.quote(Character.toString(letter)) + "|[?\\x{FFFD}]{1,4}" + (plain.isEmpty() ? "" : "|" + Pattern.quote(plain)) + ")" + (mayGo ? "?" : "");
    }

    private static String plain(int letter) {
        return letter <= 0x7F ? Character.toString(letter)
                : PLAIN.getOrDefault(letter, NO_ASCII.matcher(MARKS.matcher(Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)).replaceAll("")).replaceAll(""));
    }

    private static String folded(String text) {
        return BLANKS.matcher(INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("")).replaceAll(" ").strip();
    }
}
