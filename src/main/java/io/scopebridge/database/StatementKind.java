package io.scopebridge.database;

import java.util.regex.Pattern;

/** What a statement does, as far as its text says; in doubt it writes. */
final class StatementKind {

    private static final Pattern READS = Pattern.compile("(?is)[\\s(]*(select|with|values|table|show|explain)\\b.*");
    private static final Pattern CHANGES_ROWS = Pattern.compile("(?is)\\s*(insert|update|delete|merge)\\b.*");
    /** {@code select ... from final table (insert ...)} */
    private static final Pattern OF_CHANGED_ROWS = Pattern.compile("(?is)\\b(final|old|new)\\s+table\\s*\\(");

    private StatementKind() {
    }

    static boolean onlyReads(String sql) {
        return READS.matcher(sql).matches() && !OF_CHANGED_ROWS.matcher(sql).find();
    }

    /** Whether a count of no rows means that nothing was written. */
    static boolean changesRows(String sql) {
        return sql != null && CHANGES_ROWS.matcher(sql).matches();
    }
}
