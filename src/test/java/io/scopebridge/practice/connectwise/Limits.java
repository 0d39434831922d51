package io.scopebridge.practice.connectwise;

import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How many calls come in at once and in any minute. */
class Limits {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Deque<Long> minute = new ArrayDeque<>();
    private int perMinute = Integer.MAX_VALUE;
    private int atOnce = Integer.MAX_VALUE;
    private int inFlight;
    private int maxInFlight;

    synchronized void perMinute(int calls) {
        perMinute = calls;
        minute.clear();
    }

    synchronized void atOnce(int calls) {
        atOnce = calls;
    }

    synchronized int maxInFlight() {
        return maxInFlight;
    }

    synchronized void forgetMaxInFlight() {
        maxInFlight = inFlight;
    }

    synchronized void enter() {
        inFlight++;
        maxInFlight = Math.max(maxInFlight, inFlight);
    }

    /** Refuses a call, already counted as in flight, that is one too many. */
    synchronized void check() {
        if (inFlight > atOnce) throw tooMany(1);
        if (perMinute == Integer.MAX_VALUE) return;
        long now = System.nanoTime();
        while (!minute.isEmpty() && now - minute.peekFirst() > MINUTE) minute.removeFirst();
        if (minute.size() >= perMinute) {
            throw tooMany(minute.isEmpty() ? 60 : 1 + TimeUnit.NANOSECONDS.toSeconds(MINUTE - (now - minute.peekFirst())));
        }
        minute.addLast(now);
    }

    synchronized void leave() {
        inFlight--;
    }

    private static Refusal tooMany(long seconds) {
        Answer answer = Errors.answer(429, "The API was called too often. Try again in " + seconds + " seconds.");
        return new Refusal(answer.with("Retry-After", "" + seconds));
    }
}
