package io.scopebridge.failure;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets a route end with a described failure: {@code bean:refusal?method=because('VALIDATION', 'cause', 'remedy')}. */
@Component("refusal")
public class Refusal {

    /** Does nothing if there is no problem. */
    public void unlessOpen(Map<String, Object> problem) {
        if (problem == null) return;
        throw new RemoteFailure(new Failure(FailureClass.valueOf((String) problem.get("class")), (String) problem.get("cause"), (String) problem.get("remedy"),
            (String) problem.get("field"), null, null, null));
    }

    public void because(FailureClass type, String cause, String remedy) {
        throw new RemoteFailure(Failure.of(type, cause, remedy));
    }
}
