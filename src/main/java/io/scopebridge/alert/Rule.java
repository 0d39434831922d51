package io.scopebridge.alert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A stored rule.
 *
 * @param appliesFrom problems that opened before are not reported
 */
record Rule(long id, Instant appliesFrom, @JsonUnwrapped RuleDraft definition) {

    /** Whether the open problem is to be reported now. */
    boolean concerns(Problem problem, Instant now) {
        return Boolean.TRUE.equals(definition.enabled()) && !problem.openedAt().isBefore(appliesFrom)
            && (definition.connection() == null || definition.connection().equals(problem.connectionId()))
            && (definition.flow() == null || Objects.equals(definition.flow(), problem.flow()))
            && (definition.classes().isEmpty() || definition.classes().contains(problem.type()))
            && problem.failures() >= definition.atLeast()
            && !now.isBefore(problem.openedAt().plus(Duration.ofMinutes(definition.afterMinutes())));
    }

    boolean isQuiet(Instant now) {
        return quietUntil(now).isPresent();
    }

    /** The end of its quiet hours; empty if this is no quiet time. */
    Optional<Instant> quietUntil(Instant now) {
        return definition.quietHours() == null ? Optional.empty() : definition.quietHours().endAfter(now);
    }
}
