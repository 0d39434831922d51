package io.scopebridge.plan.journal;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * A call that was made for a step. Its texts are formatted when it is stored, not while the step waits.
 *
 * @param millis how long it took
 * @param status of the response, or null if there was none or a lookup read several pages
 */
public record RecordedCall(String connectionId, String subject, String step, Kind kind, Instant at, long millis, Integer status,
                Supplier<String> request, Supplier<String> response) {

    enum Kind {
        WRITE,
        /** Checks whether something exists. */
        LOOK_UP
    }
}
