package io.scopebridge.database;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the database answers now, as last seen by {@link DatabaseWatch}. */
@Component("databaseState")
public class DatabaseState {

    private volatile String trouble;

    public boolean isAvailable() {
        return trouble == null;
    }

    /** Why not, in a sentence for operators. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void is(String sentence) {
        trouble = sentence;
    }
}
