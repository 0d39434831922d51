package io.scopebridge.command;

import io.scopebridge.database.DatabaseRefused;
import io.scopebridge.secret.UnusableKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A command that reads what a hub has stored creates neither a database nor a key: in a wrong folder both would be new, and all would seem well. */
class ExistingFiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Pattern H2_FILE = Pattern.compile("(?i)jdbc:h2:(?:file:)?(?![a-z]{2,}:)([^;]+).*");
    private static final String REMEDY = "Nothing was created. Run the command in the folder of the hub, or with the same scopebridge.data as the hub";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        Matcher url = H2_FILE.matcher(settings.getProperty("spring.datasource.url", ""));
        if (url.matches()) {
            Path file = Path.of(url.group(1).replaceFirst("^~(?=/)", Matcher.quoteReplacement(System.getProperty("user.home"))) + ".mv.db").toAbsolutePath().normalize();
            if (!Files.exists(file)) throw new DatabaseRefused("The file of the embedded database does not exist: " + file, REMEDY + " (or spring.datasource.url).");
        }
        Path key = Path.of(settings.getProperty("scopebridge.data", "data"), "secret.key").toAbsolutePath().normalize();
        if (settings.getProperty("scopebridge.secret-key", "").isBlank() && !Files.exists(key)) {
            throw new UnusableKey("The key file does not exist: " + key + ". " + REMEDY + " (or scopebridge.secret-key).");
        }
    }
}
