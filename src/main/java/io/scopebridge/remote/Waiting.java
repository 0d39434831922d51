package io.scopebridge.remote;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Whether the work of the current thread waits for a remote system; whoever bounds the work at once need not count it then. */
public final class Waiting {

    private static final ThreadLocal<Waiting> OF_THREAD = new ThreadLocal<>();

    private final Consumer<Boolean> listener;
    private int depth;

    private Waiting(Consumer<Boolean> listener) {
        this.listener = listener;
    }

    /** @param listener of the work that this thread does from now on: true when it begins to wait, false when it continues */
    public static void observe(Consumer<Boolean> listener) {
        OF_THREAD.set(new Waiting(listener));
    }

    public static void forget() {
        OF_THREAD.remove();
    }

    public static <T> T during(Supplier<T> wait) {
        begin();
        try {
            return wait.get();
        } finally {
            end();
        }
    }

    public static void begin() {
        Waiting mine = OF_THREAD.get();
        if (mine != null && mine.depth++ == 0) mine.listener.accept(true);
    }

    public static void end() {
        Waiting mine = OF_THREAD.get();
        if (mine != null && mine.depth > 0 && --mine.depth == 0) mine.listener.accept(false);
    }
}
