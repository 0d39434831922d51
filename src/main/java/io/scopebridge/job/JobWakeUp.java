package io.scopebridge.job;

import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Claims due jobs now, without waiting for the next tick. Any number of reasons at once cause one claim. */
@Component
class JobWakeUp {

    private static final String CLAIM = "seda:claim-soon?size=1&discardWhenFull=true&waitForTaskToComplete=Never";

    private final ProducerTemplate template;
    private final Readiness opening;

    JobWakeUp(ProducerTemplate template, Readiness opening) {
        this.template = template;
        this.opening = opening;
    }

    /** A worker is free, or there is something for it. */
    void now() {
        if (template != null && opening.isOpen()) template.sendBody(CLAIM, "");
    }

    /** The job can be claimed when the transaction of its cause is committed. */
    void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            now();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now();
            }
        });
    }
}
