package io.scopebridge.plan;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.governor.Endpoint;
import java.util.Set;
import java.util.TreeSet;

/**
 * One write of a plan.
 *
 * @param key    natural and stable: an object of the source has the same key in every plan
 * @param call   creates the object
 * @param update updates the object when its remote id is known, as {@code ${self}}; null except in mode update
 * @param find    how to look it up, or null if it cannot be
 * @param inOrder sent one after the other, in the order of the plan, with steps of its kind that refer to the same steps: for systems
 *                that sort the children of a parent by creation
 * @param after   keys of steps that must be done first although this step does not need their ids
 */
public record Step(String key, String title, Mode mode, StepCall call, StepCall update, Find find, boolean inOrder, Set<String> after) {

    /** The reference to the step's own remote id in its {@code update}. */
    public static final String SELF = "self";

    /** The steps that must be done before this one. */
    public Set<String> references() {
        Set<String> keys = new TreeSet<>(idsNeeded());
        keys.addAll(after);
        return keys;
    }

    /** The steps whose remote ids it refers to. */
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

    /** The record type. Remote ids are unique only within a type. */
    public String endpoint() {
        return DatabaseText.of(Endpoint.of(References.text(find == null ? call.path() : find.path(), key -> "0")), 100);
    }

    /** Whether the current values in the system, not the last write, decide if it has to be written. */
    public boolean compares() {
        return mode == Mode.UPDATE && find != null && !find.holds().isEmpty();
    }

    /** Whether the call is idempotent. */
    public boolean repeatable() {
        return mode == Mode.UPDATE && !call.method().equals("POST");
    }
}
