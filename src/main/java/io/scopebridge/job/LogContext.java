package io.scopebridge.job;

import org.slf4j.MDC;

/** What a log line of a job says beside its message: fields of a JSON log, and of a pattern with {@code %X}. */
final class LogContext {

    private static final String CONNECTION = "connection";
    private static final String FLOW = "flow";
    private static final String SUBJECT = "subject";
    private static final String JOB = "job";

    private LogContext() {
    }

    static void enter(Job job) {
        MDC.put(CONNECTION, job.connectionId());
        MDC.put(FLOW, job.flow());
        MDC.put(SUBJECT, job.subject());
        MDC.put(JOB, Long.toString(job.id()));
    }

    static void leave() {
        MDC.remove(CONNECTION);
        MDC.remove(FLOW);
        MDC.remove(SUBJECT);
        MDC.remove(JOB);
    }
}
