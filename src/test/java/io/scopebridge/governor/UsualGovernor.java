package io.scopebridge.governor;

import java.time.Clock;

/** A governor with the limits of a system without settings, for tests of other packages. */
public final class UsualGovernor {

    private UsualGovernor() {
    }

    public static Governor of() {
        return new Governor(system -> Limits.USUAL, Clock.systemUTC());
    }
}
