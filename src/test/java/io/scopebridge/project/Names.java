package io.scopebridge.project;

/** The rule by which names are cut, told a second time: at the end of a word where one is near, never through a character. */
final class Names {

    private Names() {
    }

    static String cut(String name, int limit) {
        String whole = oneLine(name);
        if (whole.length() <= limit) return whole;
        int end = limit - 1;
        if (Character.isHighSurrogate(whole.charAt(end - 1))) end--;
        int space = Character.isWhitespace(whole.charAt(end)) ? end : whole.lastIndexOf(' ', end - 1);
        boolean near = space > 0 && whole.substring(0, space).strip().length() * 2 >= limit;
        return (near ? whole.substring(0, space).strip() : whole.substring(0, end)) + "…";
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Z}\\p{Cc}]+", " ").strip();
    }
}
