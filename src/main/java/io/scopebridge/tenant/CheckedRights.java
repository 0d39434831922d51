package io.scopebridge.tenant;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * What the last check of a connection found.
 *
 * @param checkedAt null when it was never checked
 * @param rights    in the order of the systems; empty when it was never checked
 */
public record CheckedRights(OffsetDateTime checkedAt, List<Right> rights) {

    List<Right> in(RightState state) {
        return rights.stream().filter(right -> right.state() == state).toList();
    }
}
