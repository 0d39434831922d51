package io.scopebridge.console;

import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** Fails as told. */
@Component("practiceFailure")
public class PracticeFailure {

    public void fail(@Body String sentence) {
        throw new IllegalStateException(sentence);
    }
}
