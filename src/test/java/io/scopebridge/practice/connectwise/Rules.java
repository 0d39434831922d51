package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What must hold of a record beyond its fields one by one. */
interface Rules {

    Rules NONE = new Rules() { };

    /** Fills in what a create left out, and refuses a create that may not be. */
    default void create(ObjectNode record, Problems problems) {
    }

    /** Checks the whole record after a create or a change, and sets what follows from its other fields. */
    default void check(ObjectNode record, Problems problems) {
    }
}
