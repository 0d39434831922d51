package io.scopebridge.database;

import io.scopebridge.text.Graphemes;
import java.nio.charset.StandardCharsets;

/** Text of people and systems in a form that every database accepts: truncated, without NUL and split characters. */
public final class DatabaseText {

    private DatabaseText() {
    }

    public static String of(String text, int longest) {
        if (text == null) {
            return null;
        }
        String cut = Graphemes.cut(text.replace("\0", ""), longest);
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
