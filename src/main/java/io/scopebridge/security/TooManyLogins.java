package io.scopebridge.security;

import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords; the password was not checked. */
class TooManyLogins extends AuthenticationException {

    private final int seconds;

    TooManyLogins(int seconds) {
        super("Too many failed logins. Try again in " + seconds + (seconds == 1 ? " second." : " seconds."));
        this.seconds = seconds;
    }

    int seconds() {
        return seconds;
    }
}
