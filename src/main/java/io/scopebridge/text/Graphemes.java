package io.scopebridge.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Truncates texts between grapheme clusters: an emoji of several code points, a flag or an accented letter is never split. */
public final class Graphemes {

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Graphemes() {
    }

    /** @param longest in UTF-16 code units, as Java, .NET and databases count them */
    public static String cut(String text, int longest) {
        if (text == null || text.length() <= longest) return text;
        int from = lastSafe(text, longest);
        Matcher grapheme = GRAPHEME.matcher(text).region(from, text.length());
        int end = from;
        while (grapheme.find() && grapheme.end() <= longest) end = grapheme.end();
        return text.substring(0, end);
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
