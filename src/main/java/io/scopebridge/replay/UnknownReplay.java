package io.scopebridge.replay;

/** There is no replay with this id. */
class UnknownReplay extends RuntimeException {

    UnknownReplay(long id) {
        super("There is no replay " + id + ". GET /api/replays lists them.");
    }
}
