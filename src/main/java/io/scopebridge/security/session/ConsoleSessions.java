package io.scopebridge.security.session;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** The sessions of all nodes, in the database. */
class ConsoleSessions implements FindByIndexNameSessionRepository<ConsoleSession> {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final FindByIndexNameSessionRepository<Session> stored;

    ConsoleSessions(FindByIndexNameSessionRepository<Session> stored) {
        this.stored = stored;
    }

    @Override
    public ConsoleSession createSession() {
        return new ConsoleSession(stored.createSession(), true);
    }

    @Override
    public void save(ConsoleSession session) {
        if (session.takeChanged()) stored.save(session.stored());
    }

    @Override
    public ConsoleSession findById(String id) {
        // A cookie can have any text, and PostgreSQL refuses some.
        Session found = ID.matcher(id).matches() ? stored.findById(id) : null;
        return found == null ? null : new ConsoleSession(found, false);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }

    @Override
    public Map<String, ConsoleSession> findByIndexNameAndIndexValue(String index, String value) {
        return stored.findByIndexNameAndIndexValue(index, value).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, found -> new ConsoleSession(found.getValue(), false)));
    }

    /** @param kept the id of one that does not end, or null */
    void end(String user, String kept) {
        findByPrincipalName(user).keySet().stream().filter(id -> !id.equals(kept)).forEach(this::deleteById);
    }
}
