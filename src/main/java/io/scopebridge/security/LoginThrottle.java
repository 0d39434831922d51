package io.scopebridge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scopebridge.security.LoginAttempts.Attempts;
import io.scopebridge.security.LoginAttempts.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Slows down password guessing, at all nodes together. A name waits at the place where it failed: after 5 failures in a row 1 s, then doubling,
 * up to 30. A place where 10 names failed within an hour waits as a whole until that hour is over, except for names that have logged in there
 * before. An attempt counts before its password is checked, so that of several nodes one checks it; what was last read answers without the database.
 */
@Component
class LoginThrottle {

    static final Duration WINDOW = Duration.ofHours(1);
    static final Duration KNOWN = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);
    private static final int FREE_FAILURES = 5;
    private static final int FREE_NAMES = 10;
    private static final int MOST_TRIES = 5;
    private static final long LONGEST_WAIT_SECONDS = 30;
    /** Strangers choose their names: what is remembered of one is bounded. */
    private static final int LONGEST_NAME = 100;

    private record Key(String name, String place) {

        Key {
            name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        }
    }

    private final Cache<Key, Attempts> attempts = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(WINDOW).build();
    private final Cache<String, Failures> failures = Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(WINDOW).build();
    private final Cache<Key, Boolean> proved = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KNOWN).build();
    private final LoginAttempts shared;
    private final Clock clock;

    @Autowired
    LoginThrottle(LoginAttempts shared) {
        this(shared, Clock.systemUTC());
    }

    LoginThrottle(LoginAttempts shared, Clock clock) {
        this.shared = shared;
        this.clock = clock;
    }

    /**
     * Checks whether this name may try a password now, as far as this node knows.
     *
     * @param place the network of the client, or a browser that the name has logged in with before
     * @throws TooManyLogins if it has to wait
     */
    void check(String name, String place) {
        check(new Key(name, place));
    }

    private void check(Key key) {
        Attempts known = attempts.getIfPresent(key);
        if (known != null) check(known.waitUntil());
        Failures others = knows(key.name(), key.place()) ? null : failures.getIfPresent(key.place());
        if (others != null) check(others.waitUntil());
    }

    private void check(Instant waitUntil) {
        Instant now = clock.instant();
        if (waitUntil.isAfter(now)) throw new TooManyLogins(Math.max(1, (int) Math.ceil(Duration.between(now, waitUntil).toMillis() / 1000.0)));
    }

    /** Whether the name has logged in there before. */
    boolean knows(String name, String place) {
        return proved.getIfPresent(new Key(name, place)) != null;
    }

    /** Counts an attempt, whose password is checked next. @throws TooManyLogins if it has to wait, whichever node counted the ones before */
    void begin(String name, String place) {
        Key key = new Key(name, place);
        try {
            for (int tries = 0; tries < MOST_TRIES; tries++) if (counted(key)) return;
        } catch (DataAccessException e) {
            LOG.warn("Failed logins are counted by this node alone: {}", e.getMessage());
            check(key);
            attempts.put(key, next(attempts.getIfPresent(key)));
            return;
        }
        // Others are counting attempts of the same name at the same place.
        throw new TooManyLogins(1);
    }

    private boolean counted(Key key) {
        Attempts before = shared.attempts(key.name(), key.place());
        if (before == null) attempts.invalidate(key);
        else attempts.put(key, before);
        if (before != null && before.knownAt() != null && before.knownAt().plus(KNOWN).isAfter(clock.instant())) proved.put(key, true);
        Failures others = shared.failures(key.place());
        if (others == null) failures.invalidate(key.place());
        else failures.put(key.place(), others);
        check(key);
        Attempts next = next(before);
        if (!shared.count(key.name(), key.place(), before, next.inARow(), next.waitUntil())) return false;
        attempts.put(key, next);
        return true;
    }

    private Attempts next(Attempts before) {
        boolean over = before == null || before.changedAt().plus(WINDOW).isBefore(clock.instant());
        int inARow = over ? 1 : before.inARow() + 1;
        return new Attempts(inARow, afterWait(inARow - FREE_FAILURES), before == null ? null : before.knownAt(), now());
    }

    /** The password was wrong; that it was tried is counted already. */
    void failed(String name, String place) {
        Key key = new Key(name, place);
        if (knows(name, place)) return;
        try {
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Failures before = shared.failures(place);
                Failures now = and(before, key.name());
                failures.put(place, now);
                if (now.equals(before) || shared.store(place, before, now)) return;
            }
        } catch (DataAccessException e) {
            LOG.warn("Failed logins are counted by this node alone: {}", e.getMessage());
            failures.asMap().compute(place, (any, before) -> and(before, key.name()));
        }
    }

    private Failures and(Failures before, String name) {
        if (before == null || clock.instant().isAfter(before.first().plus(WINDOW))) return new Failures(now(), Set.of(name.hashCode()), 0, Instant.EPOCH);
        if (before.names().size() >= FREE_NAMES) return new Failures(before.first(), before.names(), before.beyond() + 1, afterWait(before.beyond()));
        Set<Integer> names = new TreeSet<>(before.names());
        names.add(name.hashCode());
        return new Failures(before.first(), names, before.beyond(), before.waitUntil());
    }

    private Instant afterWait(int beyondFree) {
        long wait = beyondFree < 0 ? 0 : Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(beyondFree, 10));
        return now().plusSeconds(wait);
    }

    /** As the databases store it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param checked whether the password was checked; one that is known to be right is not looked up in the database */
    void succeeded(String name, String place, boolean checked) {
        Key key = new Key(name, place);
        boolean counted = attempts.getIfPresent(key) != null;
        attempts.invalidate(key);
        proved.put(key, true);
        if (!checked && !counted) return;
        try {
            shared.forget(key.name(), place);
        } catch (DataAccessException e) {
            LOG.warn("Failed logins before a right one still count at other nodes: {}", e.getMessage());
        }
    }
}
