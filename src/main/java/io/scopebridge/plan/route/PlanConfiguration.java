package io.scopebridge.plan.route;

import io.scopebridge.plan.execution.Leases;
import io.scopebridge.plan.execution.PlanExecutor;
import io.scopebridge.plan.execution.PlanSettings;
import io.scopebridge.plan.journal.CallJournal;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.remote.Diagnoses;
import io.scopebridge.remote.RemoteSystems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    @Bean
    Ledger ledger(JdbcClient db) {
        return new Ledger(db);
    }

    @Bean
    CallJournal callJournal(JdbcClient db) {
        return new CallJournal(db);
    }

    /** Lazy: tests start parts of the hub without the systems, mappings and jobs that it requires. */
    @Bean
    @Lazy
    PlanExecutor planExecutor(Ledger ledger, RemoteSystems remote, Diagnoses diagnoses, Leases leases, CallJournal journal, PlanSettings settings) {
        return new PlanExecutor(ledger, remote, diagnoses, leases, journal, settings);
    }
}
