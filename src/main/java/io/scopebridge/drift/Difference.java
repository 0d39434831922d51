package io.scopebridge.drift;

import io.scopebridge.plan.view.MadeRecord;
import java.util.List;

/**
 * A difference between a record as it was made and as it is now, as a mapping found it.
 *
 * @param made   what was made, or null
 * @param found  what is there now; null if nothing is
 * @param other  the id of the other record of a twin, or null
 * @param covers steps below it whose records are gone with it
 */
record Difference(MadeRecord record, DriftKind kind, String field, String made, String found, String other, List<MadeRecord> covers) {

    /** What can be done about it besides changing it in the system. */
    List<DriftAction> actions() {
        if (kind == DriftKind.REVENUE) return List.of(record.writes() ? DriftAction.MAKE_AGAIN : DriftAction.TAKE_OVER);
        if (!kind.isGone()) return List.of(DriftAction.TAKE_OVER);
        return record.again() ? List.of(DriftAction.MAKE_AGAIN, DriftAction.FORGET) : List.of(DriftAction.FORGET);
    }

    /** Equal for the same difference in another check, whatever its values. */
    String identity() {
        return String.join("\0", record.subject(), record.key(), kind.word(), field, kind == DriftKind.TWIN ? other : "");
    }
}
