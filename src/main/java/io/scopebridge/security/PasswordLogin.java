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
    private final SameChecks same = new SameChecks();
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
        Optional<ConsoleUser> known = users.find(name);
        Optional<ConsoleUser> proven = known.filter(user -> proved.contains(user, password));
        proven.ifPresent(user -> throttle.succeeded(name, place, false));
        ConsoleUser login = proven.orElseGet(() -> same.once(proved.same(name, password, place), place,
            () -> checks.inTurn(knownBrowser || throttle.knows(name, place), place, () -> checked(asked, name, password, place))));
        return new Login(login).authenticated(asked.getDetails());
    }

    /** Others of the same name may have failed, or succeeded, while this one waited for its turn; a failure counts before the next turn. */
    private ConsoleUser checked(Authentication asked, String name, String password, String place) {
        Optional<ConsoleUser> proven = users.find(name).filter(user -> proved.contains(user, password));
        if (proven.isPresent()) return proven.get();
        throttle.begin(name, place);
        try {
            ConsoleUser user = ((Login) passwords.authenticate(asked).getPrincipal()).user();
            proved.add(user, password);
            throttle.succeeded(name, place, true);
            users.loggedIn(user);
            return user;
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
