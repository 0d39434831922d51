package io.scopebridge.address;

import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A response was ended because of its size. The call was made; only what it returned is not known. */
public class AnswerTooLarge extends IOException implements Classified {

    private final transient Failure failure;

    AnswerTooLarge(String host, DataSize largest) {
        super("the response of " + host + " is larger than " + largest.toMegabytes() + " MB");
        failure = Failure.of(FailureClass.CONFIGURATION, "The response of " + host + " is larger than " + largest.toMegabytes() + " MB, so it was not read to its end.",
            "Check in the log of the system what it answers at this address. If the response is right, raise scopebridge.http.largest-answer.");
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
