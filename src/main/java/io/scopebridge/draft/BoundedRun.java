package io.scopebridge.draft;

import io.scopebridge.draft.process.Child;
import io.scopebridge.draft.process.ChildUnavailable;
import io.scopebridge.draft.process.Children;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs drafts in processes of their own, few at a time, each in bounded memory and time. */
@Component
class BoundedRun {

    private static final int RESERVED = 2;

    private final Semaphore places;
    /** Of promotions, roll-backs and checks, which do not wait for drafts. */
    private final Semaphore reserved = new Semaphore(RESERVED);
    private final Children children;
    private final Duration step;
    private final Duration timeout;

    BoundedRun(Children children, @Value("${scopebridge.drafts.at-a-time}") int atATime, @Value("${scopebridge.drafts.run}") Duration step,
               @Value("${scopebridge.drafts.timeout}") Duration timeout) {
        this.children = children;
        this.places = new Semaphore(atATime);
        this.step = step;
        this.timeout = timeout;
    }

    /**
     * @throws DraftStopped      if a step takes too long or too much memory
     * @throws TooManyDrafts     if as many as are allowed are running
     * @throws DraftsUnavailable if no process can be started
     */
    <T> T run(Function<DraftRun, T> work) {
        return run(places, work);
    }

    /** Like {@link #run}, beside the drafts. */
    <T> T runReserved(Function<DraftRun, T> work) {
        return run(reserved, work);
    }

    private <T> T run(Semaphore places, Function<DraftRun, T> work) {
        if (!places.tryAcquire()) throw new TooManyDrafts();
        try (Child child = children.take(DraftProcess.COMMAND)) {
            return work.apply(new DraftRun(child, step, timeout));
        } catch (ChildUnavailable e) {
            throw new DraftsUnavailable(e);
        } finally {
            places.release();
        }
    }
}
