package io.scopebridge.user;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The change is not possible for this user now. */
public class UserConflict extends ErrorResponseException {

    UserConflict(String detail) {
        super(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail), null);
    }

    static UserConflict configured(ConsoleUser user) {
        if (user.source() == Source.SIGN_ON) return new UserConflict("You signed on at a provider, which has your password.");
        return new UserConflict("The user '" + user.name() + "' is defined in " + (user.source() == Source.FILE ? "the file console-users of the hub" : "the settings of the hub")
            + ". Change it there and restart the hub.");
    }
}
