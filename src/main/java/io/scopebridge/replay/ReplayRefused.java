package io.scopebridge.replay;

/** The replay does not allow this in its current state. */
class ReplayRefused extends RuntimeException {

    ReplayRefused(String why) {
        super(why);
    }
}
