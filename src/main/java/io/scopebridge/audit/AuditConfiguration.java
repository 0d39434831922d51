package io.scopebridge.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** Added to the login's filter chain by name. */
    @Bean
    ApiAudit apiAudit(AuditTrail trail, @Lazy ApiActions actions, ObjectMapper json) {
        return new ApiAudit(trail, actions, json);
    }

    /** Not registered a second time outside that chain. */
    @Bean
    FilterRegistrationBean<ApiAudit> apiAuditOnlyThere(ApiAudit apiAudit) {
        FilterRegistrationBean<ApiAudit> registration = new FilterRegistrationBean<>(apiAudit);
        registration.setEnabled(false);
        return registration;
    }
}
