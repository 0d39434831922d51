package io.scopebridge.job;

import io.scopebridge.database.DatabaseText;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The person on whose request a job is added. */
final class Requester {

    private static final int LONGEST = 200;

    private Requester() {
    }

    /** Null if a schedule, a webhook or another flow adds it. */
    static String name() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null || user instanceof AnonymousAuthenticationToken || !user.isAuthenticated() ? null : DatabaseText.of(user.getName(), LONGEST);
    }
}
