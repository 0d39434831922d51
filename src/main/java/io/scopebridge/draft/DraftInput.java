package io.scopebridge.draft;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * On what a draft runs.
 *
 * @param kept null for an example
 * @param text empty if it was deleted meanwhile
 */
record DraftInput(String mapping, KeptInput kept, Supplier<Optional<String>> text) {

    String name() {
        return kept == null ? "example of " + mapping : "input " + kept.id() + " of " + mapping;
    }
}
