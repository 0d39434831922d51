package io.scopebridge.database;

import java.util.regex.Pattern;

/** The URL of a file of H2 that only this process opens, for a pool whose commits the hub writes. */
final class EmbeddedUrl {

    private static final Pattern OF_OTHERS = Pattern.compile("(?i)jdbc:h2:(tcp|ssl|mem):.*|.*;AUTO_SERVER=TRUE.*");
    private static final Pattern WRITES = Pattern.compile("(?i);(WRITE_DELAY|AUTO_COMPACT_FILL_RATE)=[^;]*");

    private EmbeddedUrl() {
    }

    /** Each new connection would apply its WRITE_DELAY to the whole database; with a fill rate of 0, H2 moves nothing by itself. */
    static String ours(String url) {
        if (url == null || !url.startsWith("jdbc:h2:") || OF_OTHERS.matcher(url).matches()) return url;
        return WRITES.matcher(url).replaceAll("") + ";AUTO_COMPACT_FILL_RATE=0";
    }
}
