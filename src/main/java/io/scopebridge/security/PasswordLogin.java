package io.scopebridge.security;

import io.scopebridge.security.session.Login;
import io.scopebridge.user.ConsoleUser;
import io.scopebridge.user.ConsoleUsers;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Authenticates the form and HTTP Basic, subject to the throttle. */
@Component
class PasswordLogin implements AuthenticationProvider {

    private final ConsoleUsers users;
    private final DaoAuthenticationProvider passwords;
    private final LoginThrottle throttle;
    private final PasswordChecks checks;
    private final ProvedPasswords proved;
    private final KnownBrowsers browsers;

    PasswordLogin(ConsoleUsers users, PasswordEncoder encoder, LoginThrottle throttle, PasswordChecks checks, ProvedPasswords proved, KnownBrowsers browsers) {
        this.users = users;
        this.throttle = throttle;
        this.checks = checks;
        this.proved = proved;
        this.browsers = browsers;
        passwords = new DaoAuthenticationProvider(name -> users.find(name).map(Login::new).orElseThrow(() -> new UsernameNotFoundException(name)));
        passwords.setPasswordEncoder(encoder);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        LoginDetails from = asked.getDetails() instanceof LoginDetails details ? details : null;
        boolean knownBrowser = from != null && browsers.knows(from.browser(), name);
        String place = knownBrowser ? from.browser() : LoginPlace.of(from == null ? "" : from.getRemoteAddress());
        throttle.check(name, place);
        Optional<ConsoleUser> proven = users.find(name).filter(user -> proved.contains(user, password));
        Authentication login = proven.map(user -> new Login(user).authenticated(asked.getDetails()))
            .orElseGet(() -> checks.inTurn(knownBrowser || throttle.knows(name, place), place, () -> checked(asked, name, password, place)));
        throttle.succeeded(name, place);
        return login;
    }

    /** Others of the same name may have failed, or succeeded, while this one waited for its turn; a failure counts before the next turn. */
    private Authentication checked(Authentication asked, String name, String password, String place) {
        throttle.check(name, place);
        try {
            Authentication login = passwords.authenticate(asked);
            ConsoleUser user = ((Login) login.getPrincipal()).user();
            proved.add(user, password);
            users.loggedIn(user);
            return login;
        } catch (BadCredentialsException e) {
            throttle.failed(name, place);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
