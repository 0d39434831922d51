package io.scopebridge.alert;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** There is no target, rule or delivery of alerts with this id. */
class UnknownAlert extends ErrorResponseException {

    UnknownAlert(String what, long id) {
        super(HttpStatus.NOT_FOUND, ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
            "There is no " + what + " " + id + ". GET /api/alerts/" + (what.equals("delivery") ? "deliveries" : what + "s") + " lists them."), null);
    }
}
