package io.scopebridge.plan.execution;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How plans are carried out.
 *
 * @param parallel steps of one plan that may be on their way at a time
 * @param threads  for all plans together, beside the thread that asked for each
 * @param settle   how long a system gets to finish what it began, before a lost answer is looked up; further pauses double
 * @param lookFor  how long it is looked up in all before the call is sent again
 * @param timeout  the longest that a call may take, its wait at the governor included
 * @param patience a longer Retry-After than this stops the plan instead of making it wait
 */
@ConfigurationProperties("scopebridge.plan")
public record PlanSettings(@DefaultValue("8") int parallel, @DefaultValue("32") int threads, @DefaultValue("2s") Duration settle, @DefaultValue("30s") Duration lookFor,
                           @DefaultValue("100s") Duration timeout, @DefaultValue("2m") Duration patience) {
}
