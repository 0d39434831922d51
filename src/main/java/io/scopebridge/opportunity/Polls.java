package io.scopebridge.opportunity;

import org.springframework.stereotype.Component;

/** Begins the count of a poll and adds up for its report. */
@Component("polls")
public class Polls {

    public PollCount begin() {
        return new PollCount();
    }

    public int sum(int so, int more) {
        return so + more;
    }
}
