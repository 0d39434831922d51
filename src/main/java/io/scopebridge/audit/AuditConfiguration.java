package io.scopebridge.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** Taken into the chain of the login by its name. */
    @Bean
    ApiAudit apiAudit(AuditTrail trail, @Lazy ApiActions actions, ObjectMapper json) {
        return new ApiAudit(trail, actions, json);
    }

    /** Not a second time beside that chain. */
    @Bean
    FilterRegistrationBean<ApiAudit> apiAuditOnlyThere(ApiAudit apiAudit) {
        FilterRegistrationBean<ApiAudit> registration = new FilterRegistrationBean<>(apiAudit);
        registration.setEnabled(false);
        return registration;
    }
}
