package io.scopebridge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Slows down password guessing: after 5 failures in a row 1 s, then doubling, up to 30 s. */
@Component
class LoginThrottle {

    private static final int FREE_FAILURES = 5;
    private static final long LONGEST_WAIT_SECONDS = 30;

    private record Key(String user, String address) {
    }

    private record Failures(int inARow, Instant waitUntil) {
    }

    private final Cache<Key, Failures> failures = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(1)).build();
    private final Clock clock;

    LoginThrottle() {
        this(Clock.systemUTC());
    }

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** @throws TooManyLogins if this user at this address has to wait */
    void check(String user, String address) {
        Failures known = failures.getIfPresent(new Key(user, address));
        Instant now = clock.instant();
        if (known != null && known.waitUntil().isAfter(now)) {
            throw new TooManyLogins(Math.max(1, (int) Math.ceil(Duration.between(now, known.waitUntil()).toMillis() / 1000.0)));
        }
    }

    void failed(String user, String address) {
        failures.asMap().compute(new Key(user, address), (key, known) -> {
            int inARow = known == null ? 1 : known.inARow() + 1;
            long wait = inARow < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(inARow - FREE_FAILURES, 10));
            return new Failures(inARow, clock.instant().plusSeconds(wait));
        });
    }

    void succeeded(String user, String address) {
        failures.invalidate(new Key(user, address));
    }
}
