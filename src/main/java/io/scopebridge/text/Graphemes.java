package io.scopebridge.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Truncates texts between grapheme clusters: an emoji of several code points, a flag or an accented letter is never split. */
public final class Graphemes {

    private static final String VIRAMAS = "\u094D\u09CD\u0ACD\u0B4D\u0C4D\u0D4D";
    private static final char ZERO_WIDTH_JOINER = '\u200D';
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Graphemes() {
    }

    /** @param longest in UTF-16 code units, as Java, .NET and databases count them */
    public static String cut(String text, int longest) {
        if (text == null || text.length() <= longest) return text;
        int from = lastSafe(text, longest);
        Matcher grapheme = GRAPHEME.matcher(text).region(from, text.length());
        int end = from;
        while (grapheme.find() && grapheme.end() <= longest) if (!isInConjunct(text, grapheme.end())) end = grapheme.end();
        return text.substring(0, end);
    }

    /** Between a consonant with a virama and the next consonant (rule GB9c of UAX 29, which the pattern does not know). */
    private static boolean isInConjunct(String text, int at) {
        if (at >= text.length() || !Character.isLetter(text.codePointAt(at))) return false;
        boolean joined = false;
        int place = at;
        while (place > 0 && isExtending(text.charAt(place - 1))) joined |= VIRAMAS.indexOf(text.charAt(--place)) >= 0;
        return joined && place > 0 && Character.isLetter(text.codePointBefore(place));
    }

    private static boolean isExtending(char c) {
        return c == ZERO_WIDTH_JOINER || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** The nearest position at or before this one that is certainly between two characters: between two ASCII characters. */
    private static int lastSafe(String text, int at) {
        int place = Math.max(0, at);
        while (place > 0 && !(isPlain(text.charAt(place)) && isPlain(text.charAt(place - 1)))) place--;
        return place;
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F;
    }
}
