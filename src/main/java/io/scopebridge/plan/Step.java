package io.scopebridge.plan;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.governor.Endpoint;
import java.util.Set;
import java.util.TreeSet;

/**
 * One write of a plan.
 *
 * @param key    natural and stable: the same object of the source has the same key in every plan
 * @param call   what creates it
 * @param update what writes it again when its remote id is known, as {@code ${self}}; null outside of mode update
 * @param find    how to look it up, or null when it cannot be
 * @param inOrder sent one after the other, in the order of the plan, with those of its kind: where the system itself orders by creation
 * @param after   keys of steps that must be done before this one although it does not need their ids
 */
public record Step(String key, String title, Mode mode, StepCall call, StepCall update, Find find, boolean inOrder, Set<String> after) {

    /** The name that stands for the step's own remote id in its {@code update}. */
    public static final String SELF = "self";

    /** The steps that must be done before this one. */
    public Set<String> references() {
        Set<String> keys = new TreeSet<>(idsNeeded());
        keys.addAll(after);
        return keys;
    }

    /** The steps whose remote ids it is made of. */
    public Set<String> idsNeeded() {
        Set<String> keys = new TreeSet<>(call.references());
        if (update != null) {
            keys.addAll(update.references());
        }
        if (find != null) {
            keys.addAll(find.references());
        }
        keys.remove(SELF);
        return keys;
    }

    /** What kind of record it is. Remote ids are unique only within a kind. */
    public String endpoint() {
        return DatabaseText.of(Endpoint.of(References.text(find == null ? call.path() : find.path(), key -> "0")), 100);
    }

    /** What only one step at a time may hold; null when it may run beside any other. Twins share it, which no look-up tells apart. */
    public Object lane() {
        return inOrder ? endpoint() : find == null ? null : find.unmarked().bare();
    }

    /** Whether what the system holds, and not what was last written, tells if it has to be written. */
    public boolean compares() {
        return mode == Mode.UPDATE && find != null && !find.holds().isEmpty();
    }

    /** Whether sending the same content twice has the effect of sending it once. */
    public boolean repeatable() {
        return mode == Mode.UPDATE && !call.method().equals("POST");
    }
}
