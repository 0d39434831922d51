package io.scopebridge.security;

import io.hawt.springboot.HawtioPlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our Hawtio plugin: static/plugin/remoteEntry.js, which loads the pages built from src/main/console. */
@Configuration
class ConsolePlugins {

    @Bean
    HawtioPlugin consolePlugin() {
        return new HawtioPlugin("scopebridge", "./plugin", "/plugin");
    }
}
