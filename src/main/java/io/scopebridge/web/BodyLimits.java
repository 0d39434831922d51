package io.scopebridge.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The limits of request bodies: 1 MB for the API, 256 kB for webhooks and callbacks. After authentication, so that bodies of
 * strangers are not read at all.
 */
@Configuration(proxyBeanMethods = false)
class BodyLimits {

    @Bean
    FilterRegistrationBean<BodyLimit> apiBodyLimit(ObjectMapper json) {
        return limit("/api/*", 1024 * 1024, json);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> webhookBodyLimit(ObjectMapper json) {
        return limit("/webhooks/*", 256 * 1024, json);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> callbackBodyLimit(ObjectMapper json) {
        return limit("/callbacks/*", 256 * 1024, json);
    }

    private static FilterRegistrationBean<BodyLimit> limit(String paths, int bytes, ObjectMapper json) {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit(bytes, json));
        registration.addUrlPatterns(paths);
        registration.setName("bodyLimit" + paths.replaceAll("\\W", ""));
        return registration;
    }
}
