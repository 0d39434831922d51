package io.scopebridge.security.signon;

import io.scopebridge.security.session.LoggedIn;
import io.scopebridge.user.ConsoleUser;
import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Whom the provider has named. */
class SignedOn extends DefaultOidcUser implements LoggedIn {

    private static final long serialVersionUID = 1L;

    private final transient ConsoleUser user;

    SignedOn(ConsoleUser user, OidcIdToken token, OidcUserInfo info, String nameClaim) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + user.role())), token, info, nameClaim);
        this.user = user;
    }

    @Override
    public ConsoleUser user() {
        return user;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SignedOn that && user.equals(that.user);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}
