package io.scopebridge.remote;

import java.util.regex.Pattern;

/** The address of a page of a remote system, for people to open. */
public final class PageAddress {

    private static final Pattern PAGE = Pattern.compile("https?://[^/]", Pattern.CASE_INSENSITIVE);

    private PageAddress() {
    }

    /** A part of it may come from the remote system, and {@code javascript:} would run in the console. */
    public static boolean isValid(String address) {
        return PAGE.matcher(address).lookingAt();
    }
}
