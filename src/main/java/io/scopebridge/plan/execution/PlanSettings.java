package io.scopebridge.plan.execution;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the executor.
 *
 * @param parallel concurrent steps of one plan
 * @param threads  for all plans together, in addition to the calling threads
 * @param settle   how long to wait for the system to finish before the lookup after a lost response; further pauses double
 * @param lookFor  total duration of lookups before the call is sent again
 * @param timeout  maximum duration of a call, including its wait at the governor
 * @param patience a Retry-After longer than this stops the plan instead of making it wait
 */
@ConfigurationProperties("scopebridge.plan")
public record PlanSettings(@DefaultValue("8") int parallel, @DefaultValue("32") int threads, @DefaultValue("2s") Duration settle, @DefaultValue("30s") Duration lookFor,
                           @DefaultValue("100s") Duration timeout, @DefaultValue("2m") Duration patience) {
}
