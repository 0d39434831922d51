package io.scopebridge.console;

import io.hawt.springboot.HawtioPlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scripts that Hawtio loads: static/session/remoteEntry.js, and the pages that are built of src/main/console. */
@Configuration
class ConsolePlugins {

    @Bean
    HawtioPlugin sessionPlugin() {
        return new HawtioPlugin("scopebridgeSession", "./plugin", "/session");
    }

    @Bean
    HawtioPlugin pagesPlugin() {
        return new HawtioPlugin("scopebridgeConsole", "./plugin", "/console");
    }
}
