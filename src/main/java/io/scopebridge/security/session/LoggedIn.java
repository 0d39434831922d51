package io.scopebridge.security.session;

import io.scopebridge.user.ConsoleUser;

/** A principal whose session is stored. */
public interface LoggedIn {

    ConsoleUser user();
}
