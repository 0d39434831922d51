package io.scopebridge.replay;

/** Whether an entry can be replayed. */
enum Replayability {

    OK(""),
    RESOLVED("The entry is resolved: the work has succeeded since."),
    NO_JOB("It has no job; the flow runs again automatically."),
    JOB_GONE("Its job was deleted with its connection."),
    DISABLED("Its connection is disabled. Enable it first."),
    UNDER_WAY("Its job is already waiting or running."),
    IN_REPLAY("Its job is part of an unfinished replay."),
    NO_PLAN("The original plan is no longer stored, or the job failed before it was created. Replay with mapping 'current'.");

    private final String sentence;

    Replayability(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
