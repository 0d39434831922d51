package io.scopebridge;

import io.scopebridge.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the hub, or runs a command of the jar. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ScopeBridge {

    public static void main(String[] args) {
        if (Commands.isCommand(args)) System.exit(Commands.run(args));
        SpringApplication.run(ScopeBridge.class, args);
    }
}
