package io.scopebridge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Slows down password guessing. A name waits at the place where it failed: after 5 failures in a row 1 s, then doubling, up to 30 s. A place
 * where 10 names failed within an hour waits as a whole until that hour is over, except for names that have logged in there before.
 */
@Component
class LoginThrottle {

    private static final int FREE_FAILURES = 5;
    private static final int FREE_NAMES = 10;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final long LONGEST_WAIT_SECONDS = 30;
    /** Strangers choose their names: what is remembered of one is bounded. */
    private static final int LONGEST_NAME = 100;

    private record Key(String name, String place) {

        Key {
            name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        }
    }

    private record Failures(int inARow, Instant waitUntil) {
    }

    /** @param first when the first of the names failed */
    private record Spray(Instant first, Set<Integer> names, int since, Instant waitUntil) {
    }

    private final Cache<Key, Failures> failures = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofHours(1)).build();
    private final Cache<String, Spray> sprays = Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(WINDOW).build();
    private final Cache<Key, Boolean> proved = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofDays(30)).build();
    private final Clock clock;

    LoginThrottle() {
        this(Clock.systemUTC());
    }

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Checks whether this name may try a password now.
     *
     * @param place the network of the client, or a browser that the name has logged in with before
     * @throws TooManyLogins if it has to wait
     */
    void check(String name, String place) {
        Failures known = failures.getIfPresent(new Key(name, place));
        if (known != null) check(known.waitUntil());
        Spray spray = knows(name, place) ? null : sprays.getIfPresent(place);
        if (spray != null) check(spray.waitUntil());
    }

    private void check(Instant waitUntil) {
        Instant now = clock.instant();
        if (waitUntil.isAfter(now)) throw new TooManyLogins(Math.max(1, (int) Math.ceil(Duration.between(now, waitUntil).toMillis() / 1000.0)));
    }

    /** Whether the name has logged in there before. */
    boolean knows(String name, String place) {
        return proved.getIfPresent(new Key(name, place)) != null;
    }

    void failed(String name, String place) {
        Key key = new Key(name, place);
        failures.asMap().compute(key, (any, known) -> {
            int inARow = known == null ? 1 : known.inARow() + 1;
            return new Failures(inARow, afterWait(inARow - FREE_FAILURES));
        });
        if (!knows(name, place)) sprays.asMap().compute(place, (any, known) -> spray(known, key.name()));
    }

    private Spray spray(Spray known, String name) {
        Instant now = clock.instant();
        if (known == null || now.isAfter(known.first().plus(WINDOW))) return new Spray(now, new TreeSet<>(Set.of(name.hashCode())), 0, Instant.MIN);
        if (known.names().size() >= FREE_NAMES) return new Spray(known.first(), known.names(), known.since() + 1, afterWait(known.since()));
        known.names().add(name.hashCode());
        return known;
    }

    private Instant afterWait(int beyondFree) {
        long wait = beyondFree < 0 ? 0 : Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(beyondFree, 10));
        return clock.instant().plusSeconds(wait);
    }

    void succeeded(String name, String place) {
        failures.invalidate(new Key(name, place));
        proved.put(new Key(name, place), true);
    }
}
