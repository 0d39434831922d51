package io.scopebridge.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a failed start with the names of the settings instead of a stack trace. */
class UnusableSettingsAnalyzer extends AbstractFailureAnalyzer<UnusableSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableSettings failure) {
        return new FailureAnalysis(failure.getMessage(), "Correct the settings. docs/operate.md lists all of them with their defaults.", failure);
    }
}
