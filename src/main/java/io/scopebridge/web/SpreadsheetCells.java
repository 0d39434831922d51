package io.scopebridge.web;

/** Text for a cell that a spreadsheet shows and does not run. */
public final class SpreadsheetCells {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";
    /** Wide forms that some programs read as the plain ones. */
    private static final String WIDE = "\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetCells() {
    }

    /** With an apostrophe in front where a program would take the text for a formula; null becomes empty. */
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
