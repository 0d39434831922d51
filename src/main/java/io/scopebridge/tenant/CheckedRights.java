package io.scopebridge.tenant;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The result of the last check of a connection.
 *
 * @param checkedAt null if it was never checked
 * @param settingsChanged whether the settings were changed since
 * @param rights    in the order of the systems; empty if it was never checked
 */
public record CheckedRights(OffsetDateTime checkedAt, boolean settingsChanged, List<Right> rights) {

    static final CheckedRights NEVER = new CheckedRights(null, false, List.of());

    List<Right> in(RightState state) {
        return rights.stream().filter(right -> right.state() == state).toList();
    }
}
