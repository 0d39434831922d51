package io.scopebridge.security;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hawtio's chunks have a hash in their name and never change: browsers keep them for good. All other files of the console are asked for again. */
@Configuration
class ConsoleFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/actuator/hawtio/static/**").addResourceLocations("classpath:/hawtio-static/static/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
    }
}
