package io.scopebridge.webhook;

import io.scopebridge.job.JobRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A webhook becomes a job like any other. */
@Configuration(proxyBeanMethods = false)
class WebhookJobs {

    @Bean
    JobIntake jobIntake(JobRequests jobs) {
        return jobs::request;
    }
}
