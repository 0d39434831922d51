package io.scopebridge.demo;

import io.scopebridge.ScopeBridge;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/**
 * {@code mvn spring-boot:test-run}: the hub against practice servers. Everything is kept in a folder, target/demo unless
 * the first argument names another, so that a second start goes on where the first one ended.
 */
public class PracticeHub {

    public static void main(String[] args) {
        Path home = Path.of(args.length > 0 && !args[0].startsWith("--") ? args[0] : "target/demo");
        PracticeSystems systems = PracticeSystems.open(home);
        // As arguments, because these settings stand above those of application.yaml; what was typed stands above both.
        Stream<String> settings = PracticeSettings.of(home, systems).entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        Stream<String> typed = Arrays.stream(args).filter(arg -> arg.startsWith("--"));
        SpringApplication application = new SpringApplication(ScopeBridge.class, PracticeGuide.class);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("practiceSystems", systems));
        try {
            application.run(Stream.concat(typed, settings).toArray(String[]::new));
        } catch (RuntimeException notStarted) {
            systems.close();
            throw notStarted;
        }
    }
}
