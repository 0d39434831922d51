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

    /** @throws RuntimeException if it cannot be evaluated: a part is missing, or this node does not know its time zone */
    void check(Instant now) {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(definition.classes(), "classes");
        Objects.requireNonNull(definition.targets(), "targets");
        Objects.requireNonNull(definition.atLeast(), "atLeast");
        Objects.requireNonNull(definition.afterMinutes(), "afterMinutes");
        quietUntil(now);
    }

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
