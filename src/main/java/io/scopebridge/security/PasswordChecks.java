package io.scopebridge.security;

import io.scopebridge.web.Slots;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Checks of passwords, one after another: each takes a tenth of a second of a processor, and strangers decide how many come. Users at a
 * place where they have logged in before have a queue of their own.
 */
@Component
class PasswordChecks {

    static final int MOST_WAITING = 40;
    static final int MOST_WAITING_OF_ONE_ADDRESS = 20;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private static final class Queue {

        private final Slots slots = new Slots(MOST_WAITING_OF_ONE_ADDRESS, MOST_WAITING);
        private final Semaphore turn = new Semaphore(1, true);
    }

    private final Queue ofStrangers = new Queue();
    private final Queue ofKnown = new Queue();

    /** @throws TooManyChecks if the turn does not come within two seconds */
    <T> T inTurn(boolean known, String place, Supplier<T> check) {
        Queue queue = known ? ofKnown : ofStrangers;
        if (!queue.slots.take(place)) throw new TooManyChecks();
        try {
            if (!queue.turn.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) throw new TooManyChecks();
            try {
                return timed(queue, known, check);
            } finally {
                queue.turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyChecks();
        } finally {
            queue.slots.giveBack(place);
        }
    }

    /** Strangers in a row leave the processor to others for as long as they have used it. */
    private static <T> T timed(Queue queue, boolean known, Supplier<T> check) throws InterruptedException {
        long began = System.nanoTime();
        try {
            return check.get();
        } finally {
            if (!known && queue.turn.hasQueuedThreads()) TimeUnit.NANOSECONDS.sleep(System.nanoTime() - began);
        }
    }
}
