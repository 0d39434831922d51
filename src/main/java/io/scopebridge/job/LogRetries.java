package io.scopebridge.job;

import io.scopebridge.failure.FailureLog;
import io.scopebridge.failure.LogEntry;
import io.scopebridge.failure.Retries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A retry of a log entry is its job once more: what is done stays done, the ledger knows. */
@Component
class LogRetries implements Retries {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final FailureLog log;
    private final Jobs jobs;

    LogRetries(FailureLog log, Jobs jobs) {
        this.log = log;
        this.jobs = jobs;
    }

    @Override
    public String retry(long logEntryId, String reason) {
        LogEntry entry = log.get(logEntryId);
        if (entry.jobId() == null) return "Entry " + logEntryId + " belongs to no job; there is nothing to do again.";
        boolean again = jobs.retry(entry.jobId());
        LOG.info("{}: job {} is tried again because of entry {}: {}", entry.connectionId(), entry.jobId(), logEntryId, reason);
        return again ? "Job " + entry.jobId() + " is done again now; steps that are done stay as they are."
            : "Job " + entry.jobId() + " is waiting or running already.";
    }
}
