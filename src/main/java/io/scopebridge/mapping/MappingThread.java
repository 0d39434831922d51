package io.scopebridge.mapping;

import java.util.concurrent.CancellationException;

/** A thread on which a mapping can be stopped; on any other it runs to its end. */
public final class MappingThread extends Thread {

    private volatile boolean stopped;

    public MappingThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    /** The mapping fails at the next value that it creates or computes. */
    public void stopMapping() {
        stopped = true;
    }

    /**
     * Called by DataSonnet whenever it creates or computes a value; see {@link LazyValues}.
     *
     * @throws CancellationException if the mapping on this thread was stopped
     */
    public static void check() {
        if (Thread.currentThread() instanceof MappingThread thread && thread.stopped) throw new CancellationException("The mapping was stopped");
    }
}
