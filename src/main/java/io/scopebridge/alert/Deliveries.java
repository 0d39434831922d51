package io.scopebridge.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.database.JsonColumn;
import io.scopebridge.database.TimeColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The outbox of messages in the table alert_delivery: what enters it, and when it is due. {@link Attempts} sends it. */
@Component
class Deliveries {

    private static final String QUIET_HOURS = "QUIET_HOURS";
    private static final String LIMIT = "LIMIT";
    private static final Duration HOUR = Duration.ofHours(1);
    /** What is above the limit of an hour is one digest after this time, and there is at most one digest within it. */
    private static final Duration AFTER_LIMIT = Duration.ofMinutes(15);
    /** As in due.sql: that a problem opened waits for its next attempt, alone or in a digest, so that its end waits too. */
    private static final String OPENING_WAITS = """
        exists (select 1 from alert_delivery b where b.problem_id = d.problem_id and b.target_id = d.target_id and b.id < d.id and (b.state in ('PENDING', 'SENDING')
          or b.state = 'IN_DIGEST' and exists (select 1 from alert_delivery g where g.target_id = d.target_id and g.kind = 'DIGEST' and g.id between b.id and d.id and g.state in ('PENDING', 'SENDING'))))
        """;

    private static final String REPORTED = "(d.kind <> 'OPENED' or d.problem_id not in (:silent))";

    private final JdbcClient db;
    private final int perHour;

    Deliveries(JdbcClient db, @Value("${scopebridge.alerts.per-hour}") int perHour) {
        this.db = db;
        this.perHour = perHour;
    }

    record Last(Instant sentAt, String error) {
    }

    /** Why a message is held, and until when. */
    private record Hold(String reason, Instant until) {
    }

    static String onceKey(long problem, long target, Delivery.Kind kind) {
        return problem + ":" + target + ":" + kind;
    }

    /**
     * Adds a message of a problem, unless it was added before, by any node.
     *
     * @param rule null if none concerns it any more
     */
    void add(long target, long problem, Delivery.Kind kind, JsonNode content, Rule rule, Instant now) {
        Optional<Hold> hold = kind == Delivery.Kind.OVER ? holdOfOpening(problem, target) : Optional.empty();
        if (hold.isEmpty() && rule != null) hold = rule.quietUntil(now).map(until -> new Hold(QUIET_HOURS, until));
        if (hold.isEmpty() && isAboveLimit(target, now)) hold = Optional.of(new Hold(LIMIT, now.plus(AFTER_LIMIT)));
        insert(target, problem, kind, hold.isPresent() ? Delivery.State.HELD : Delivery.State.PENDING, hold.map(Hold::reason).orElse(null),
            onceKey(problem, target, kind), content, hold.map(Hold::until).orElse(now), now);
    }

    /** The end of a problem is held with its opening, whatever the rules say meanwhile. */
    private Optional<Hold> holdOfOpening(long problem, long target) {
        return db.sql("select held_for, due_at from alert_delivery where once_key = ? and state = 'HELD'").param(onceKey(problem, target, Delivery.Kind.OPENED))
            .query((row, number) -> new Hold(row.getString("held_for"), TimeColumn.read(row, "due_at"))).optional();
    }

    /** The id. */
    long addTest(long target, JsonNode content) {
        return insert(target, null, Delivery.Kind.TEST, Delivery.State.PENDING, null, null, content, Instant.now(), Instant.now());
    }

    /** Within the transaction that holds the target. */
    void addDigest(long target, List<Delivery> held, JsonNode content, Instant now) {
        insert(target, null, Delivery.Kind.DIGEST, Delivery.State.PENDING, null, null, content, now, now);
        db.sql("update alert_delivery set state = 'IN_DIGEST' where id in (:ids)").param("ids", held.stream().map(Delivery::id).toList()).update();
    }

    private long insert(long target, Long problem, Delivery.Kind kind, Delivery.State state, String heldFor, String once, JsonNode content, Instant due,
                        Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        int rows = db.sql("""
                insert into alert_delivery (target_id, problem_id, kind, state, once_key, held_for, content, attempts, due_at, created_at)
                values (:target, :problem, :kind, :state, :once, :held, :content, 0, :due, :now) on conflict do nothing""")
            .param("target", target).param("problem", problem).param("kind", kind.name()).param("state", state.name()).param("once", once)
            .param("held", heldFor).param("content", JsonColumn.text(content)).param("due", TimeColumn.of(due)).param("now", TimeColumn.of(now)).update(key, "id");
        return rows == 0 ? 0 : key.getKey().longValue();
    }

    /** A message counts when it is sent, which may be long after it was added. */
    boolean isAboveLimit(long target, Instant now) {
        return db.sql("select count(*) from alert_delivery where target_id = :target and due_at > :since and kind <> 'TEST' and state in ('PENDING', 'SENDING', 'SENT', 'FAILED')")
            .param("target", target).param("since", TimeColumn.of(now.minus(HOUR))).query(Integer.class).single() >= perHour;
    }

    /** What was added for the problems that are open, by {@link #onceKey}: whether it is held for quiet hours. */
    Map<String, Boolean> ofOpenProblems() {
        Map<String, Boolean> known = new HashMap<>();
        db.sql("select d.once_key, d.state, d.held_for from alert_delivery d join alert_problem p on p.id = d.problem_id where p.open_key is not null and d.once_key is not null")
            .query(row -> {
                known.put(row.getString("once_key"), row.getString("state").equals("HELD") && QUIET_HOURS.equals(row.getString("held_for")));
            });
        return known;
    }

    /** Where the problem was reported, or will be. */
    List<Long> targetsOf(long problem) {
        return db.sql("select target_id from alert_delivery where problem_id = ? and kind = 'OPENED' and state not in ('FAILED', 'CANCELLED') order by target_id")
            .param(problem).query(Long.class).list();
    }

    /** A rule without quiet hours sends within the limit at once what another holds; what is due is left to the digest. */
    void release(long problem, long target, Instant now) {
        boolean isTooMany = isAboveLimit(target, now);
        db.sql("update alert_delivery set state = :state, held_for = :held, due_at = :due where once_key = :once and state = 'HELD' and held_for = 'QUIET_HOURS' and due_at > :now")
            .param("state", (isTooMany ? Delivery.State.HELD : Delivery.State.PENDING).name()).param("held", isTooMany ? LIMIT : null)
            .param("due", TimeColumn.of(isTooMany ? now.plus(AFTER_LIMIT) : now)).param("now", TimeColumn.of(now))
            .param("once", onceKey(problem, target, Delivery.Kind.OPENED)).update();
    }

    /**
     * Those for which a digest can be written now: something that is held is due, and the last digest is long enough ago.
     *
     * @param silent problems of which nothing is reported while they are acknowledged or muted: what is held of them makes no target due
     */
    List<Long> dueTargets(Set<Long> silent, Instant now) {
        return db.sql("select distinct d.target_id from alert_delivery d where d.state = 'HELD' and d.due_at <= :now and " + REPORTED + """
                 and not exists (select 1 from alert_delivery g where g.target_id = d.target_id and g.kind = 'DIGEST' and g.created_at > :recent) order by d.target_id""")
            .param("now", TimeColumn.of(now)).param("recent", TimeColumn.of(now.minus(AFTER_LIMIT))).param("silent", withNone(silent)).query(Long.class).list();
    }

    /**
     * What was held for the target and is due, with all that is above the limit, in its order; until the transaction ends no other node takes
     * it. Empty while the last digest is too recent.
     */
    List<Delivery> takeHeld(long target, Set<Long> silent, Instant now) {
        db.sql("select id from alert_target where id = ? for update").param(target).query(Long.class).optional();
        if (db.sql("select count(*) from alert_delivery where target_id = ? and kind = 'DIGEST' and created_at > ?").param(target).param(TimeColumn.of(now.minus(AFTER_LIMIT)))
            .query(Integer.class).single() > 0) return List.of();
        List<Delivery> held = db.sql("select " + Delivery.COLUMNS + " from alert_delivery d where d.target_id = :target and d.state = 'HELD' and (d.due_at <= :now or d.held_for = 'LIMIT') and "
            + REPORTED + " and not " + OPENING_WAITS + " order by d.id").param("target", target).param("now", TimeColumn.of(now)).param("silent", withNone(silent)).query(Delivery::read).list();
        return held.stream().anyMatch(one -> !one.dueAt().isAfter(now)) ? held : List.of();
    }

    /** A list in SQL is never empty. */
    private static Set<Long> withNone(Set<Long> problems) {
        return problems.isEmpty() ? Set.of(-1L) : problems;
    }

    void send(long id, Instant now) {
        db.sql("update alert_delivery set state = 'PENDING', held_for = null, due_at = ? where id = ?").param(TimeColumn.of(now)).param(id).update();
    }

    /** What waits for its next attempt is due: the settings of the target were changed. */
    void hurry(long target) {
        db.sql("update alert_delivery set due_at = :now where target_id = :target and state = 'PENDING' and due_at > :now").param("now", TimeColumn.now()).param("target", target).update();
    }

    void cancel(long target) {
        db.sql("update alert_delivery set state = 'CANCELLED' where target_id = ? and state in ('PENDING', 'HELD')").param(target).update();
    }

    /** A person asks for one more round of attempts; false if it has not failed. */
    boolean again(long id) {
        return db.sql("update alert_delivery set state = 'PENDING', attempts = 0, due_at = :now, error = null where id = :id and state = 'FAILED'")
            .param("now", TimeColumn.now()).param("id", id).update() == 1;
    }

    Optional<Delivery> find(long id) {
        return db.sql("select " + Delivery.COLUMNS + " from alert_delivery d where d.id = ?").param(id).query(Delivery::read).optional();
    }

    /** Newest first; before an id if it is not null. */
    List<Delivery> newest(Long target, Long before, int most) {
        return db.sql("select " + Delivery.COLUMNS + """
                 from alert_delivery d where (cast(:target as bigint) is null or d.target_id = :target) and (cast(:before as bigint) is null or d.id < :before)
                order by d.id desc fetch first %d rows only""".formatted(most)).param("target", target).param("before", before).query(Delivery::read).list();
    }

    /** By target: when something was delivered last, and the error of its newest message that has one. */
    Map<Long, Last> lastOfTargets() {
        Map<Long, Last> last = new HashMap<>();
        db.sql("""
                select t.id, (select max(d.sent_at) from alert_delivery d where d.target_id = t.id) as sent_at,
                  (select d.error from alert_delivery d where d.target_id = t.id and d.attempts > 0 order by d.id desc fetch first 1 rows only) as error from alert_target t""")
            .query(row -> {
                last.put(row.getLong("id"), new Last(TimeColumn.read(row, "sent_at"), row.getString("error")));
            });
        return last;
    }
}
