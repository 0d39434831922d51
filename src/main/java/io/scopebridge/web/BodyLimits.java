package io.scopebridge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.DatabaseState;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
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
    BodyReader bodyReader(Slots unfinishedBodies, ObjectMapper json) {
        return new BodyReader(unfinishedBodies, json, System::nanoTime);
    }

    /** Half of the threads are left for requests whose body is there. */
    @Bean
    Slots unfinishedBodies() {
        return new Slots(40, 100);
    }

    @Bean
    FilterRegistrationBean<FormLimit> formLimit(BodyReader reader) {
        FilterRegistrationBean<FormLimit> registration = new FilterRegistrationBean<>(new FormLimit(BodyLimits::of, reader));
        registration.addUrlPatterns("/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 2);
        return registration;
    }

    /** After the forms, whose parameters it checks too. */
    @Bean
    FilterRegistrationBean<WellFormed> wellFormed(BodyReader reader) {
        FilterRegistrationBean<WellFormed> registration = new FilterRegistrationBean<>(new WellFormed(reader));
        registration.addUrlPatterns("/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(BodyReader reader) {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit(BodyLimits::of, reader));
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
