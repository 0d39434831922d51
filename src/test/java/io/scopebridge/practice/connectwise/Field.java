package io.scopebridge.practice.connectwise;

import java.util.List;

/**
 * One field of a model.
 *
 * @param max       longest text in characters; 0 when no length is stated
 * @param choices   what a CHOICE may be
 * @param target    the type of records that a REF names; null when this server does not hold them
 * @param writeOnly taken and kept, but never returned
 */
record Field(String name, Kind kind, int max, List<String> choices, String target, boolean required, boolean readOnly,
             boolean writeOnly) {

    enum Kind { INT, NUMBER, TEXT, DATE, FLAG, CHOICE, REF, LIST, OBJECT }

    /** What can be asked of a reference besides its id and name. */
    boolean hasIdentifier() {
        return "companies".equals(target) || "members".equals(target) || "departments".equals(target);
    }
}
