package io.scopebridge.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a statement only reads, as far as its text says; in doubt it writes. */
final class StatementKind {

    private static final Pattern READS = Pattern.compile("(?i)[\\s(]*(select|values|table|show|(with|explain))\\b");
    private static final Pattern CHANGES_ROWS = Pattern.compile("(?i)\\b(insert|update|delete|merge)\\b");
    /** {@code select ... from final table (insert ...)} */
    private static final Pattern OF_CHANGED_ROWS = Pattern.compile("(?i)\\b(final|old|new)\\s+table\\s*\\(");

    private StatementKind() {
    }

    static boolean onlyReads(String sql) {
        Matcher reads = READS.matcher(sql);
        if (!reads.lookingAt() || sql.indexOf(';') >= 0 || OF_CHANGED_ROWS.matcher(sql).find()) return false;
        return reads.group(2) == null || !CHANGES_ROWS.matcher(sql).find();
    }
}
