package io.scopebridge.security.session;

import io.scopebridge.user.ConsoleUser;
import java.util.Optional;

/** Users whom a provider has signed on; the hub has no row of them. */
public interface SignedOnUsers {

    /** Empty if that sign-on is not valid any more. */
    Optional<ConsoleUser> find(String name, String role, String credential);
}
