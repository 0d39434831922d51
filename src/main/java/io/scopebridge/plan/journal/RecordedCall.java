package io.scopebridge.plan.journal;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * A call that was made for a step. Its texts are written out when it is kept, not while the step waits.
 *
 * @param millis how long it took
 * @param status of the answer, or null when there was none or a look-up read several pages
 */
public record RecordedCall(String connectionId, String subject, String step, Kind kind, Instant at, long millis, Integer status,
                Supplier<String> request, Supplier<String> response) {

    enum Kind {
        WRITE,
        /** Reads whether something is there. */
        LOOK_UP
    }
}
