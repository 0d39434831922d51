package io.scopebridge.log;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an entry stands in the log: newest first, and of one time the larger id first. As text it is the cursor of the API. */
public record LogKey(Instant at, long id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})-(\\d{1,18})");

    /** @throws IllegalArgumentException when it is not the text of a key */
    public static LogKey parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be the 'next' of the previous page");
        }
        return new LogKey(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return at.toEpochMilli() + "-" + id;
    }
}
