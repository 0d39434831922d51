package io.scopebridge.failure;

import org.springframework.stereotype.Component;

/** Lets a route end with a described failure: {@code bean:refusal?method=because('VALIDATION', 'cause', 'remedy')}. */
@Component("refusal")
public class Refusal {

    public void because(FailureClass type, String cause, String remedy) {
        throw new RemoteFailure(Failure.of(type, cause, remedy));
    }
}
