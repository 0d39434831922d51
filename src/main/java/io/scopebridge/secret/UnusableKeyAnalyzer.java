package io.scopebridge.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a failed start with the message instead of a stack trace. */
class UnusableKeyAnalyzer extends AbstractFailureAnalyzer<UnusableKey> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableKey failure) {
        return new FailureAnalysis(failure.getMessage(), null, failure);
    }
}
