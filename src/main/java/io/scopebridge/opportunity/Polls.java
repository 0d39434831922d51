package io.scopebridge.opportunity;

import org.springframework.stereotype.Component;

/** Begins the count of a poll and adds up for its report. */
@Component("polls")
public class Polls {

    /** @param there how many the system holds in all, or null where that was not asked */
    public PollCount begin(Integer there) {
        PollCount count = new PollCount();
        count.setThere(there);
        return count;
    }

    public int sum(int so, int more) {
        return so + more;
    }
}
