package io.scopebridge.log;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The position of an entry in the log: newest first, larger id first for equal times. Its text form is the cursor of the API. */
public record LogKey(Instant at, long id) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})-(-?\\d{1,18})");

    /** @throws IllegalArgumentException if it is not a valid key */
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
