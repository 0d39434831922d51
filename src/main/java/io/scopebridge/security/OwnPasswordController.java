package io.scopebridge.security;

import io.scopebridge.security.session.LoggedIn;
import io.scopebridge.security.session.SessionLogins;
import io.scopebridge.user.ConsoleUser;
import io.scopebridge.user.UserAdministration;
import io.scopebridge.web.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own password, which every user of the database can change. */
@RestController
class OwnPasswordController {

    /** @param currentPassword wrong ones make the user wait as wrong ones at the login do */
    record OwnPassword(String currentPassword, String newPassword) {

        @Override
        public String toString() {
            return "a password";
        }
    }

    private final UserAdministration administration;
    private final PasswordLogin passwordLogin;
    private final SessionLogins sessionLogins;

    OwnPasswordController(UserAdministration administration, PasswordLogin passwordLogin, SessionLogins sessionLogins) {
        this.administration = administration;
        this.passwordLogin = passwordLogin;
        this.sessionLogins = sessionLogins;
    }

    /** Ends all other sessions of the user. */
    @PutMapping("/api/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody OwnPassword asked, Authentication login, HttpServletRequest request) {
        ConsoleUser user = ((LoggedIn) login.getPrincipal()).user();
        UserAdministration.requireOwn(user);
        check(user, asked.currentPassword(), request);
        ConsoleUser next = administration.withNewPassword(user, "newPassword", asked.newPassword());
        HttpSession session = request.getSession(false);
        if (session != null) sessionLogins.accept(session, next);
        administration.storeOwnPassword(next, session == null ? null : session.getId());
    }

    private void check(ConsoleUser user, String password, HttpServletRequest request) {
        UsernamePasswordAuthenticationToken asked = UsernamePasswordAuthenticationToken.unauthenticated(user.name(), password == null ? "" : password);
        asked.setDetails(new LoginDetails(request));
        try {
            passwordLogin.authenticate(asked);
        } catch (BadCredentialsException e) {
            throw new InvalidInput("currentPassword", "is not your current password");
        }
    }
}
