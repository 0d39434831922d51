package io.scopebridge.alert;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureOf;
import io.scopebridge.failure.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sends a message when, and how it ended. A failure is an error of the delivery and never an entry of the log, which would be another alert. */
@Component
class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int GROWTH = 4;
    private static final int LONGEST_ERROR = 1_000;
    private static final String IS_DUE = " where id = :id and (state = 'PENDING' and due_at <= :now or state = 'SENDING' and claimed_until <= :now)";

    private final JdbcClient db;
    private final AlertMetrics metrics;
    private final Duration claim;
    private final Duration backoff;
    private final int most;

    Attempts(JdbcClient db, AlertMetrics metrics, @Value("${scopebridge.alerts.claim}") Duration claim, @Value("${scopebridge.alerts.backoff}") Duration backoff,
             @Value("${scopebridge.alerts.attempts}") int most) {
        this.db = db;
        this.metrics = metrics;
        this.claim = claim;
        this.backoff = backoff;
        this.most = most;
    }

    /**
     * Takes a delivery for this attempt. One that a lost node was sending is taken again after its claim: a lost alert is worse than one that
     * comes twice, with the same message id. What is due to a disabled target is cancelled; only a test is sent.
     *
     * @return empty if another node has it, or it is not due any more
     */
    Optional<Delivery> claim(long id) {
        Instant now = Instant.now();
        db.sql("update alert_delivery set state = 'CANCELLED', claimed_until = null" + IS_DUE
            + " and kind <> 'TEST' and not exists (select 1 from alert_target t where t.id = alert_delivery.target_id and t.enabled)")
            .param("now", TimeColumn.of(now)).param("id", id).update();
        int rows = db.sql("update alert_delivery set state = 'SENDING', attempts = attempts + 1, claimed_until = :until" + IS_DUE)
            .param("until", TimeColumn.of(now.plus(claim))).param("now", TimeColumn.of(now)).param("id", id).update();
        if (rows == 0) return Optional.empty();
        return db.sql("select " + Delivery.COLUMNS + " from alert_delivery d where d.id = ?").param(id).query(Delivery::read).optional();
    }

    void sent(Delivery delivery, Channel channel) {
        int rows = db.sql("update alert_delivery set state = 'SENT', sent_at = :now, error = null, claimed_until = null where id = :id and state = 'SENDING' and attempts = :attempts")
            .param("now", TimeColumn.now()).param("id", delivery.id()).param("attempts", delivery.attempts()).update();
        if (rows == 1) metrics.count(channel, "sent");
    }

    /**
     * It is tried again unless this was the last attempt, or its target was disabled meanwhile.
     *
     * @param pause what the target asks for, or null
     */
    void failed(Delivery delivery, Channel channel, Throwable thrown, Duration pause) {
        Failure failure = FailureOf.of(thrown);
        String error = DatabaseText.of(Redaction.of(failure.cause() + " " + failure.remedy(), LONGEST_ERROR), LONGEST_ERROR);
        boolean isLast = delivery.kind() == Delivery.Kind.TEST || delivery.attempts() >= most;
        Instant next = isLast ? Instant.now() : Instant.now().plus(pause(delivery.attempts(), pause));
        int rows = db.sql("""
                update alert_delivery set error = :error, due_at = :due, claimed_until = null, state = case when :last then 'FAILED'
                  when exists (select 1 from alert_target t where t.id = alert_delivery.target_id and t.enabled) then 'PENDING' else 'CANCELLED' end
                where id = :id and state = 'SENDING' and attempts = :attempts""")
            .param("last", isLast).param("error", error).param("due", TimeColumn.of(next))
            .param("id", delivery.id()).param("attempts", delivery.attempts()).update();
        if (rows == 0) return;
        metrics.count(channel, isLast ? "given_up" : "failed");
        LOG.warn("An alert to target {} was not delivered, attempt {}{}: {}", delivery.targetId(), delivery.attempts(), isLast ? ", the last one" : "", error);
    }

    private Duration pause(int attempts, Duration asked) {
        Duration pause = backoff;
        for (int more = 1; more < attempts && pause.compareTo(LONGEST_PAUSE) < 0; more++) pause = pause.multipliedBy(GROWTH);
        if (asked != null && asked.compareTo(pause) > 0) pause = asked;
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
