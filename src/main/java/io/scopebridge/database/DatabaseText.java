package io.scopebridge.database;

import java.nio.charset.StandardCharsets;

/** Text of people and systems as every database takes it: cut, no NUL, no half characters. */
public final class DatabaseText {

    private DatabaseText() {
    }

    public static String of(String text, int longest) {
        if (text == null) {
            return null;
        }
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        if (!cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1))) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return new String(cut.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
