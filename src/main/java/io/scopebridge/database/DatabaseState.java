package io.scopebridge.database;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Whether the database answers now, as last seen by {@link DatabaseWatch}; that an embedded one was closed is seen at once. */
@Component("databaseState")
public class DatabaseState {

    private static final String CLOSED = "The embedded database was closed after a write that failed.";

    private volatile String trouble;
    private volatile BooleanSupplier closed = () -> false;

    public boolean isAvailable() {
        return trouble().isEmpty();
    }

    /** Why not, in a sentence for operators. */
    public Optional<String> trouble() {
        return trouble == null && closed.getAsBoolean() ? Optional.of(CLOSED) : Optional.ofNullable(trouble);
    }

    /** That an embedded database was closed since, in a sentence. */
    Optional<String> closed() {
        return closed.getAsBoolean() ? Optional.of(CLOSED) : Optional.empty();
    }

    void is(String sentence) {
        trouble = sentence;
    }

    void closedIf(BooleanSupplier embedded) {
        closed = embedded;
    }
}
