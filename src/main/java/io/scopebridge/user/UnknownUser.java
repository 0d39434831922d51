package io.scopebridge.user;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

class UnknownUser extends ErrorResponseException {

    UnknownUser(String name) {
        super(HttpStatus.NOT_FOUND, ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no user '" + name + "'. GET /api/users lists them."), null);
    }
}
