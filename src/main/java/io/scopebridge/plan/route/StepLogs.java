package io.scopebridge.plan.route;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.log.FailedWork;
import io.scopebridge.log.FailureLog;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.execution.StepFailures;
import io.scopebridge.remote.TenantCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Each step that a person has to look at has one log entry, which is resolved when the step is done. */
@Component
class StepLogs {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final FailureLog log;
    private final TenantCache cache;

    StepLogs(FailureLog log, TenantCache cache) {
        this.log = log;
        this.cache = cache;
    }

    StepFailures of(String flow, String subject, Long job) {
        return new StepFailures() {
            @Override
            public void failed(Connection connection, Plan plan, Step step, Failure failure) {
                if (failure.type() == FailureClass.MISSING_REFERENCE) cache.outdated(connection);
                long entry = log.write(new FailedWork(connection.id(), flow, subject, step.key(), job, failure, null, null));
                LOG.warn("{}: {} {}, {}: {} ({}) {} [log {}]", connection.id(), flow, subject, step.title(), failure.cause(), failure.type(), failure.remedy(), entry);
            }

            @Override
            public void succeeded(Connection connection, Plan plan, Step step) {
                log.resolve(connection.id(), flow, subject, step.key());
            }
        };
    }
}
