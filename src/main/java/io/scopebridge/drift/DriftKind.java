package io.scopebridge.drift;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/** What a record differs in. */
enum DriftKind {

    /** It no longer exists, or the user of the connection may not see it. */
    DELETED("deleted"),
    /** The same of a phase, whose children may still exist. */
    PHASE_GONE("phase-gone"),
    RENAMED("renamed"),
    /** It belongs to another record than it was created for. */
    MOVED("moved"),
    HOURS("hours"),
    /** Amounts that the hub wrote. */
    REVENUE("revenue"),
    /** Another record has the hub's mark of this one. */
    TWIN("twin"),
    /** A value that it uses can no longer be chosen. */
    INACTIVE_VALUE("inactive-value");

    private final String word;

    DriftKind(String word) {
        this.word = word;
    }

    @JsonValue
    String word() {
        return word;
    }

    boolean isGone() {
        return this == DELETED || this == PHASE_GONE;
    }

    static Optional<DriftKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
