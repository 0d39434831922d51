package io.scopebridge.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A step, a row or another part of an output that differs.
 *
 * @param item        such as {@code steps/ticket:720001}; empty for what belongs to no item
 * @param title       null if it has none
 * @param differences the first of a changed item
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemChange(String item, String title, Kind change, List<Difference> differences) {

    enum Kind {
        CHANGED, ADDED, REMOVED
    }
}
