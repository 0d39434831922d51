package io.scopebridge.replay;

/** Whether an entry can be replayed. */
enum Replayability {

    OK(""),
    RESOLVED("What had failed has succeeded since."),
    NO_JOB("It belongs to no job; the flow runs again by itself."),
    JOB_GONE("Its job is gone, with its connection."),
    DISABLED("Its connection is disabled. Enable it first."),
    UNDER_WAY("Its job is waiting or running already."),
    IN_REPLAY("Its job is part of a replay that is not over."),
    NO_PLAN("The plan of then is not kept: the job failed before there was one. Replay with mapping 'now'.");

    private final String sentence;

    Replayability(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
