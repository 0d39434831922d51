package io.scopebridge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.DatabaseState;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What is refused before a request reaches its subject. Limits of bodies are applied after authentication, so that bodies of strangers are not read at all. */
@Configuration(proxyBeanMethods = false)
class BodyLimits {

    private static final int SMALL = 256 * 1024;
    private static final int USUAL = 1024 * 1024;

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ObjectMapper json) {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit(BodyLimits::of, json, System::nanoTime));
        registration.addUrlPatterns("/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return registration;
    }

    /** Before everything else: what is not ready cannot authenticate either. */
    @Bean
    FilterRegistrationBean<NotReady> notReady(ApplicationAvailability availability, DatabaseState databaseState, ObjectMapper json) {
        FilterRegistrationBean<NotReady> registration = new FilterRegistrationBean<>(new NotReady(availability, databaseState, json));
        registration.addUrlPatterns("/webhooks/*", "/callbacks/*", "/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /**
     * For the MBeans the console asks in one request of some 370 kB.
     *
     * @param path within the hub
     */
    static int of(String path) {
        return path.startsWith("/webhooks/") || path.startsWith("/callbacks/") ? SMALL : USUAL;
    }
}
