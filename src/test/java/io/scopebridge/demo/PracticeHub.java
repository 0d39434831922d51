package io.scopebridge.demo;

import io.scopebridge.ScopeBridge;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/**
 * {@code mvn spring-boot:test-run}: the hub against practice servers. Everything is kept in a folder, target/demo unless
 * the first argument names another, so that a second start goes on where the first one ended.
 */
public class PracticeHub {

    public static void main(String[] args) {
        Path home = Path.of(args.length > 0 && !args[0].startsWith("--") ? args[0] : "target/demo");
        String[] rest = Arrays.stream(args).filter(arg -> arg.startsWith("--")).toArray(String[]::new);
        PracticeSystems systems = PracticeSystems.open(home);
        SpringApplication application = new SpringApplication(ScopeBridge.class, PracticeGuide.class);
        application.setDefaultProperties(PracticeSettings.of(home, systems));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("practiceSystems", systems));
        application.run(rest);
    }
}
