package io.scopebridge.governor;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Admits the calls of one tenant, in order of arrival where they compete. */
final class Gate {

    private static final class Waiter {

        private final String endpoint;

        private Waiter(String endpoint) {
            this.endpoint = endpoint;
        }
    }

    private final String name;
    private final Limits limits;
    private final Clock clock;
    private final Budget budget;
    private final Throttle throttle;
    private final Pace pace = new Pace();
    private final Set<Waiter> waiting = new LinkedHashSet<>();
    private final Map<String, Integer> inFlightOf = new HashMap<>();
    private int inFlight;
    private long calls;
    private long callsWhenAsked;
    private long callsTaken;
    private Instant askedAt = Instant.EPOCH;

    Gate(String name, Limits limits, Clock clock) {
        this.name = name;
        this.limits = limits;
        this.clock = clock;
        this.budget = new Budget(limits);
        this.throttle = new Throttle(limits.perTenant());
    }

    synchronized Permit enter(String endpoint) {
        Waiter me = new Waiter(endpoint);
        waiting.add(me);
        long deadline = System.nanoTime() + limits.maxWait().toNanos();
        try {
            while (true) {
                Duration pause = pause(clock.instant());
                long left = deadline - System.nanoTime();
                if (pause.compareTo(limits.maxWait()) > 0 || left <= 0 && !pause.isZero()) {
                    throw refused(pause);
                }
                if (pause.isZero() && isNext(me)) {
                    return taken(endpoint);
                }
                if (left <= 0) {
                    throw refused(Duration.ofSeconds(1));
                }
                long nanos = pause.isZero() ? left : Math.min(left, pause.toNanos());
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, nanos));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteFailure(Failure.of(FailureClass.TRANSIENT, "The hub is stopping.", "No action needed: it runs when the hub starts again."), e);
        } finally {
            waiting.remove(me);
            notifyAll();
        }
    }

    synchronized void answered(int status, Duration retryAfter, boolean throttled) {
        if (throttled || status == 429) {
            throttle.throttled(retryAfter, clock.instant());
        } else if (status < 500) {
            throttle.wentWell();
        }
        notifyAll();
    }

    synchronized void learn(int used) {
        budget.learn(used, clock.instant());
        notifyAll();
    }

    /** Whether calls were made since the tenant's usage was last requested, and that was long enough ago. */
    synchronized boolean isToBeAsked(Duration every) {
        return limits.callsPerHour() > 0 && calls > callsWhenAsked && !askedAt.plus(every).isAfter(clock.instant());
    }

    synchronized void asked() {
        askedAt = clock.instant();
        callsWhenAsked = calls;
    }

    /** The calls since this was last asked. */
    synchronized int takeCalls() {
        int taken = (int) (calls - callsTaken);
        callsTaken = calls;
        return taken;
    }

    synchronized GovernorFigures figures() {
        Instant now = clock.instant();
        int parallel = limits.perEndpoint() == 0 ? throttle.concurrency() : Math.min(throttle.concurrency(), limits.perEndpoint());
        double answered = pace.perSecond(parallel);
        return new GovernorFigures(now, inFlight, waiting.size(), throttle.concurrency(), budget.own(now), budget.others(now), budget.allowed(now),
                budget.slowFrom(now), throttle.pausedUntil().isAfter(now) ? throttle.pausedUntil() : null, letThrough(answered, now), answered);
    }

    private double letThrough(double answered, Instant now) {
        if (!throttle.pause(now).isZero() || budget.isUsedUp(now)) {
            return 0;
        }
        Duration spacing = budget.spacing(now);
        return spacing.isZero() ? answered : Math.min(answered, 1000.0 / spacing.toMillis());
    }

    private Duration pause(Instant now) {
        Duration asked = throttle.pause(now);
        Duration own = budget.pause(now);
        return asked.compareTo(own) > 0 ? asked : own;
    }

    /** A call that waits for a busy endpoint does not delay others. */
    private boolean isNext(Waiter me) {
        if (inFlight >= throttle.concurrency()) {
            return false;
        }
        for (Waiter waiter : waiting) {
            if (isFree(waiter.endpoint)) {
                return waiter == me;
            }
        }
        return false;
    }

    private boolean isFree(String endpoint) {
        return limits.perEndpoint() == 0 || inFlightOf.getOrDefault(endpoint, 0) < limits.perEndpoint();
    }

    private Permit taken(String endpoint) {
        inFlight++;
        inFlightOf.merge(endpoint, 1, Integer::sum);
        budget.made(clock.instant());
        calls++;
        AtomicBoolean open = new AtomicBoolean(true);
        long began = System.nanoTime();
        return () -> {
            if (open.getAndSet(false)) {
                left(endpoint, Duration.ofNanos(System.nanoTime() - began));
            }
        };
    }

    private synchronized void left(String endpoint, Duration time) {
        pace.took(time);
        inFlight--;
        inFlightOf.computeIfPresent(endpoint, (any, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    private RemoteFailure refused(Duration pause) {
        return new RemoteFailure(new Failure(FailureClass.RATE_LIMIT, "The calls that " + name + " allows are used up for now.",
                "No action needed: the hub continues automatically. If this happens often, check which other integrations use this tenant, or change scopebridge.governor.",
                null, pause, null, null));
    }
}
