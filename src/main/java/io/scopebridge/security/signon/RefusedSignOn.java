package io.scopebridge.security.signon;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider knows the user, who may not use the hub. */
class RefusedSignOn extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final String name;

    /** @param name of the user, or null */
    RefusedSignOn(String why, String name) {
        super(new OAuth2Error(why));
        this.name = name;
    }

    String name() {
        return name;
    }
}
