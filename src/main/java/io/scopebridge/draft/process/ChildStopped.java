package io.scopebridge.draft.process;

/** A child did not answer: it was stopped, or ended by itself. The message says why, as the end of a sentence. */
public class ChildStopped extends RuntimeException {

    ChildStopped(String reason) {
        super(reason);
    }
}
