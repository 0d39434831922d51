package io.scopebridge.web;

/** Text for a cell that a spreadsheet does not interpret as a formula. */
public final class SpreadsheetCells {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";
    /** Full-width forms that some programs treat like the ASCII ones. */
    private static final String WIDE = "\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetCells() {
    }

    /** With a leading apostrophe if a program would interpret the text as a formula; null becomes empty. */
    public static String of(Object value) {
        if (value == null) return "";
        String text = value.toString();
        if (value instanceof Number || text.isEmpty()) return text;
        String seen = text.stripLeading();
        char first = seen.isEmpty() ? ' ' : seen.charAt(0);
        boolean runs = BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 || BEGINS_A_FORMULA.indexOf(first) >= 0 || WIDE.indexOf(first) >= 0;
        return runs ? "'" + text : text;
    }
}
