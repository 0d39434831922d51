package io.scopebridge.plan;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A text of ours in an object, which identifies it even after it was renamed.
 *
 * @param pointer JSON pointer into a row, to the text that contains it
 */
public record Marker(String pointer, String text) {

    /** As a whole: project/12 does not contain the marker project/1. */
    public boolean isBorneBy(JsonNode row) {
        String there = row.at(pointer).asText("");
        for (int at = there.indexOf(text); at >= 0; at = there.indexOf(text, at + 1)) {
            int end = at + text.length();
            boolean begins = at == 0 || !inOneWord(there.codePointBefore(at), text.codePointAt(0));
            boolean ends = end == there.length() || !inOneWord(text.codePointBefore(text.length()), there.codePointAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean inOneWord(int one, int next) {
        return Character.isLetterOrDigit(one) && Character.isLetterOrDigit(next);
    }
}
