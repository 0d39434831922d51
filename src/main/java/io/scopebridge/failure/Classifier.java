package io.scopebridge.failure;

import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** For routes: puts the failure of an exchange into its variable {@code failure}. */
@Component("classifier")
public class Classifier {

    public static final String FAILURE = "failure";

    public void classify(Exchange exchange) {
        exchange.setVariable(FAILURE, FailureOf.of(thrown(exchange)));
    }

    public static Throwable thrown(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return caught != null ? caught : exchange.getException();
    }
}
