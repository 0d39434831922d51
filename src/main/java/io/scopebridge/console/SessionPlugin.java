package io.scopebridge.console;

import io.hawt.springboot.HawtioPlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The script static/session/remoteEntry.js, which the console loads. */
@Configuration
class SessionPlugin {

    @Bean
    HawtioPlugin sessionEnd() {
        return new HawtioPlugin("scopebridgeSession", "./plugin", "/session");
    }
}
