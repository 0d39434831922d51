package io.scopebridge.drift;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person decides about a difference. */
enum DriftAction {

    /** The plan is run again: it looks for the record, and creates or writes it if necessary. */
    MAKE_AGAIN("make-again", "MADE_AGAIN"),
    /** What the system holds now is right. */
    TAKE_OVER("take-over", "TAKEN_OVER"),
    /** The record is no longer expected. */
    FORGET("forget", "FORGOTTEN");

    private final String word;
    private final String state;

    DriftAction(String word, String state) {
        this.word = word;
        this.state = state;
    }

    @JsonValue
    String word() {
        return word;
    }

    /** Of the finding afterwards. */
    String state() {
        return state;
    }

    static Optional<DriftAction> of(String word) {
        return Stream.of(values()).filter(action -> action.word.equals(word)).findFirst();
    }
}
