package io.scopebridge.route;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which variables there are at one place of a route, the body among them under its name. */
class VariableState {

    static final String BODY = "body";

    private final Set<String> there;

    VariableState(Collection<String> there) {
        this.there = new HashSet<>(there);
    }

    VariableState copy() {
        return new VariableState(there);
    }

    boolean has(String name) {
        return there.contains(name);
    }

    void add(String name) {
        there.add(name);
    }

    void remove(String name) {
        there.remove(name);
    }

    /** What is there whichever of the two ways was taken. */
    void meet(VariableState other) {
        there.retainAll(other.there);
    }

    void become(VariableState other) {
        there.clear();
        there.addAll(other.there);
    }
}
