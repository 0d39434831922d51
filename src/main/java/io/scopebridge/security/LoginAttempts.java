package io.scopebridge.security;

import io.scopebridge.secret.HubSecrets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The tables login_attempt and login_place. Only what costs a check of a password writes here, so strangers write a few rows of one size a
 * second; rows that count no more are deleted, and the oldest beyond a number.
 */
@Repository
class LoginAttempts {

    static final int MOST_ROWS = 50_000;
    private static final long CLEAN_UP_MILLIS = 600_000;

    /** @param knownAt when the name last logged in at the place; null: never, as far as is known */
    record Attempts(int inARow, Instant waitUntil, Instant knownAt, Instant changedAt) {
    }

    /** @param names hashes of the names that failed; @param beyond how often one failed after them */
    record Failures(Instant first, Set<Integer> names, int beyond, Instant waitUntil) {
    }

    private final JdbcClient db;
    private final Keyed key;
    private final Clock clock;

    @Autowired
    LoginAttempts(JdbcClient db, HubSecrets secrets) {
        this(db, new Keyed(secrets.current("logins").key()), Clock.systemUTC());
    }

    LoginAttempts(JdbcClient db, Keyed key, Clock clock) {
        this.db = db;
        this.key = key;
        this.clock = clock;
    }

    private String key(String... parts) {
        return HexFormat.of().formatHex(key.digest(parts));
    }

    /** Null if there is no row. */
    Attempts attempts(String name, String place) {
        return db.sql("select * from login_attempt where attempt_key = :key").param("key", key(name, place)).query((row, number) ->
            new Attempts(row.getInt("in_a_row"), instant(row.getObject("wait_until", OffsetDateTime.class)), instant(row.getObject("known_at", OffsetDateTime.class)),
                instant(row.getObject("changed_at", OffsetDateTime.class)))).optional().orElse(null);
    }

    /** False if another request has counted one since; then nothing is changed. */
    boolean count(String name, String place, Attempts before, int inARow, Instant waitUntil) {
        return before == null
            ? db.sql("insert into login_attempt (attempt_key, in_a_row, wait_until, changed_at) values (:key, :row, :wait, :now) on conflict do nothing")
                .param("key", key(name, place)).param("row", inARow).param("wait", utc(waitUntil)).param("now", utc(clock.instant())).update() > 0
            : db.sql("update login_attempt set in_a_row = :row, wait_until = :wait, changed_at = :now where attempt_key = :key and in_a_row = :before and changed_at = :changed")
                .param("key", key(name, place)).param("row", inARow).param("wait", utc(waitUntil)).param("now", utc(clock.instant()))
                .param("before", before.inARow()).param("changed", utc(before.changedAt())).update() > 0;
    }

    /** The password was right. */
    void forget(String name, String place) {
        OffsetDateTime now = utc(clock.instant());
        db.sql("update login_attempt set in_a_row = 0, wait_until = :now, known_at = :now, changed_at = :now where attempt_key = :key").param("key", key(name, place)).param("now", now).update();
    }

    /** Null if there is no row. */
    Failures failures(String place) {
        return db.sql("select * from login_place where place_key = :key").param("key", key(place)).query((row, number) ->
            new Failures(instant(row.getObject("first_at", OffsetDateTime.class)), names(row.getString("names")), row.getInt("beyond"),
                instant(row.getObject("wait_until", OffsetDateTime.class)))).optional().orElse(null);
    }

    /** False if another request has changed it since; then nothing is changed. */
    boolean store(String place, Failures before, Failures now) {
        return before == null
            ? db.sql("insert into login_place (place_key, first_at, names, beyond, wait_until, changed_at) values (:key, :first, :names, :beyond, :wait, :now) on conflict do nothing")
                .param("key", key(place)).param("first", utc(now.first())).param("names", text(now.names())).param("beyond", now.beyond()).param("wait", utc(now.waitUntil()))
                .param("now", utc(clock.instant())).update() > 0
            : db.sql("update login_place set first_at = :first, names = :names, beyond = :beyond, wait_until = :wait, changed_at = :now"
                + " where place_key = :key and first_at = :firstBefore and names = :namesBefore and beyond = :beyondBefore")
                .param("key", key(place)).param("first", utc(now.first())).param("names", text(now.names())).param("beyond", now.beyond()).param("wait", utc(now.waitUntil()))
                .param("now", utc(clock.instant())).param("firstBefore", utc(before.first())).param("namesBefore", text(before.names())).param("beyondBefore", before.beyond()).update() > 0;
    }

    @Scheduled(fixedDelay = CLEAN_UP_MILLIS, initialDelay = CLEAN_UP_MILLIS)
    void cleanUp() {
        cleanUp(MOST_ROWS);
    }

    void cleanUp(int most) {
        OffsetDateTime old = utc(clock.instant().minus(LoginThrottle.WINDOW));
        db.sql("delete from login_attempt where known_at is null and changed_at < :old").param("old", old).update();
        db.sql("delete from login_attempt where known_at < :old").param("old", utc(clock.instant().minus(LoginThrottle.KNOWN))).update();
        db.sql("delete from login_place where changed_at < :old").param("old", old).update();
        db.sql("delete from login_attempt where known_at is null and changed_at <= (select changed_at from login_attempt where known_at is null order by changed_at desc offset :most rows fetch first 1 rows only)")
            .param("most", most).update();
        db.sql("delete from login_place where changed_at <= (select changed_at from login_place order by changed_at desc offset :most rows fetch first 1 rows only)").param("most", most).update();
    }


    private static Set<Integer> names(String text) {
        return Arrays.stream(text.split(" ")).filter(one -> !one.isEmpty()).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Set<Integer> names) {
        return new TreeSet<>(names).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
