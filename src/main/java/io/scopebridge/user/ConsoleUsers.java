package io.scopebridge.user;

import io.scopebridge.web.OneLine;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The users of the console and the API who may log in: from the settings, else from the users file, else from the database. */
@Component
public class ConsoleUsers {

    static final int LONGEST_NAME = 100;

    private final ConfiguredUsers configured;
    private final UserTable table;

    ConsoleUsers(ConfiguredUsers configured, UserTable table) {
        this.configured = configured;
        this.table = table;
    }

    /** @param name as typed by anybody */
    public Optional<ConsoleUser> find(String name) {
        Optional<ConsoleUser> known = configured.find(name);
        return known.isPresent() || !isName(name) ? known : table.find(name);
    }

    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME && OneLine.is(text);
    }

    /** Whether the settings, the file or the database have a user of this name, also one who is disabled. */
    public boolean isLocal(String name) {
        return configured.hasNameLike(name) || table.has(name);
    }

    /** After the password was checked. */
    public void loggedIn(ConsoleUser user) {
        if (user.source() == Source.DATABASE) table.loggedIn(user.name());
    }
}
