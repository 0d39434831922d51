package io.scopebridge.security;

import org.springframework.security.core.AuthenticationException;

/** Too many other passwords are being checked; this one was not. */
class TooManyChecks extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    TooManyChecks() {
        super("Too many logins at the moment. Try again in a few seconds.");
    }
}
