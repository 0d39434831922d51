package io.scopebridge.replay;

/** As things are, this cannot be done to or with a replay. */
class ReplayRefused extends RuntimeException {

    ReplayRefused(String why) {
        super(why);
    }
}
