package io.scopebridge.practice.autotask;

/** What an entity demands beyond its field table. */
interface Rules {

    Rules NONE = change -> { };

    /** Notes why a change is refused and fills in what the server computes. */
    void apply(Change change);

    /** What else happens once a change is held. */
    default void after(Change change) {
    }
}
