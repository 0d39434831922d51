package io.scopebridge.security;

import io.hawt.springboot.HawtioPlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Hawtio loads of ours: static/plugin/remoteEntry.js, which loads the pages that are built of src/main/console. */
@Configuration
class ConsolePlugins {

    @Bean
    HawtioPlugin consolePlugin() {
        return new HawtioPlugin("scopebridge", "./plugin", "/plugin");
    }
}
