package io.scopebridge.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Authenticates the form and HTTP Basic, subject to the throttle. */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final DaoAuthenticationProvider passwords;
    private final LoginThrottle throttle;

    PasswordLogin(ConsoleUsers users, PasswordEncoder encoder, LoginThrottle throttle) {
        passwords = new DaoAuthenticationProvider(users::named);
        passwords.setPasswordEncoder(encoder);
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String address = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        throttle.check(asked.getName(), address);
        try {
            Authentication known = passwords.authenticate(asked);
            throttle.succeeded(asked.getName(), address);
            return known;
        } catch (BadCredentialsException e) {
            throttle.failed(asked.getName(), address);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
