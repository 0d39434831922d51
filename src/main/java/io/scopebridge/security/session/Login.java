package io.scopebridge.security.session;

import io.scopebridge.user.ConsoleUser;
import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A user as it was when its password was checked, or its session was read. */
public final class Login implements UserDetails, LoggedIn {

    private static final long serialVersionUID = 1L;

    private final transient ConsoleUser user;

    public Login(ConsoleUser user) {
        this.user = user;
    }

    public Authentication authenticated(Object details) {
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(this, null, getAuthorities());
        token.setDetails(details);
        return token;
    }

    @Override
    public ConsoleUser user() {
        return user;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + user.role()));
    }

    @Override
    public String getPassword() {
        return user.hash();
    }

    @Override
    public String getUsername() {
        return user.name();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Login that && user.equals(that.user);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }

    @Override
    public String toString() {
        return user.toString();
    }
}
