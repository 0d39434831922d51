package io.scopebridge.command;

import io.scopebridge.draft.DraftProcess;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code java -jar scopebridge.jar rekey}: a first argument that is no option is a command. */
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final int FAILED = 1;
    private static final int UNKNOWN = 2;

    private static final Map<String, Class<? extends Command>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("rekey", RekeyCommand.class);
        ALL.put("verify-audit", VerifyAuditCommand.class);
        ALL.put("migrate", MigrateCommand.class);
    }

    private Commands() {
    }

    public static boolean isCommand(String... args) {
        return args.length > 0 && !args[0].startsWith("-");
    }

    /** @return the exit code */
    public static int run(String... args) {
        if (args[0].equals(DraftProcess.COMMAND)) DraftProcess.run();
        Class<? extends Command> command = ALL.get(args[0]);
        if (command == null) {
            LOG.error("There is no command '{}'. Commands: {}. Without a command, the hub starts.", args[0], String.join(", ", ALL.keySet()));
            return UNKNOWN;
        }
        String[] options = args.clone();
        // Only migrate changes tables; the others compare them.
        options[0] = "--scopebridge.database.migrate=" + (command == MigrateCommand.class);
        SpringApplicationBuilder application = new SpringApplicationBuilder(command).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF).logStartupInfo(false)
            .properties("logging.level.root=warn", "logging.level.scopebridge=info", "logging.level.org.springframework.context=error", "logging.pattern.console=%m%n");
        if (command != MigrateCommand.class) application.initializers(new ExistingFiles());
        try (ConfigurableApplicationContext context = started(application, options)) {
            return context == null ? FAILED : context.getBean(command).run();
        } catch (RuntimeException e) {
            LOG.error("The command {} failed", args[0], e);
            return FAILED;
        }
    }

    /** Null if it failed, which its analysis has reported. */
    private static ConfigurableApplicationContext started(SpringApplicationBuilder application, String... options) {
        try {
            return application.run(options);
        } catch (RuntimeException reported) {
            return null;
        }
    }
}
