package io.scopebridge.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scopebridge.connection.ConnectionTable.Row;
import io.scopebridge.secret.SecretBox;
import io.scopebridge.secret.UnreadableSecret;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.OneLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All connections. Settings are read with their defaults filled in; secrets are stored encrypted. */
@Component
public class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final ConnectionTable table;
    private final ConnectionSettings settings;
    private final SecretBox secrets;
    private final ApplicationEventPublisher events;
    /** Of the same object, which the table returns while nothing has changed; not longer, since an edited schema changes the defaults. */
    private final Cache<Row, Connection> opened = Caffeine.newBuilder().weakKeys().expireAfterWrite(Duration.ofSeconds(1)).build();

    Connections(ConnectionTable table, ConnectionSettings settings, SecretBox secrets, ApplicationEventPublisher events) {
        this.table = table;
        this.settings = settings;
        this.secrets = secrets;
        this.events = events;
    }

    /** @throws UnreadableSecret if its secrets were encrypted with another key */
    public Optional<Connection> find(String id) {
        return table.find(id).map(this::open);
    }

    /**
     * @throws UnknownConnection if there is none
     * @throws UnreadableSecret  if its secrets were encrypted with another key
     */
    public Connection get(String id) {
        return find(id).orElseThrow(() -> new UnknownConnection(id));
    }

    /** @throws DisabledConnection if it is disabled; otherwise as {@link #get} */
    public Connection getEnabled(String id) {
        Connection connection = get(id);
        if (!connection.enabled()) throw new DisabledConnection(id);
        return connection;
    }

    /** By id. One whose secrets cannot be read is skipped and logged, so that it does not affect the others. */
    public List<Connection> all() {
        return openAll(table.all());
    }

    /** Those of {@link #all} that are enabled. */
    public List<Connection> enabled() {
        return openAll(table.enabled());
    }

    /** @throws UnknownConnection if there is none */
    public ConnectionView view(String id) {
        return table.find(id).map(this::shown).orElseThrow(() -> new UnknownConnection(id));
    }

    public List<ConnectionView> views() {
        return table.all().stream().map(this::shown).toList();
    }

    /**
     * @throws InvalidInput     with every invalid field
     * @throws ConnectionExists if the id is already used
     */
    @Transactional
    public ConnectionView create(ConnectionDraft draft) {
        var checked = check(draft, draft.id(), Set.of());
        Row row = new Row(draft.id(), draft.name().strip(), draft.system(), Boolean.TRUE.equals(draft.enabled()),
            checked.settings(), sealed(draft.id(), Map.of(), checked.secrets()));
        table.insert(row);
        events.publishEvent(new ConnectionEdited(row.id(), true, ChangedSettings.between(null, row, checked.secrets().keySet())));
        return changed(row);
    }

    /**
     * Replaces name and settings; secrets that the draft does not contain are kept.
     *
     * @throws InvalidInput      with every invalid field
     * @throws UnknownConnection if there is none
     */
    @Transactional
    public ConnectionView replace(String id, ConnectionDraft draft) {
        Row was = table.lock(id);
        if (!was.system().equals(draft.system())) {
            throw otherSystem(was);
        }
        var checked = check(draft, id, was.secrets().keySet());
        Row row = new Row(id, draft.name().strip(), was.system(), draft.enabled() == null ? was.enabled() : draft.enabled(),
            checked.settings(), sealed(id, was.secrets(), checked.secrets()));
        table.update(row);
        events.publishEvent(new ConnectionEdited(id, false, ChangedSettings.between(was, row, ChangedSettings.secrets(secrets, was, checked.secrets()))));
        return changed(row);
    }

    /**
     * The connection of this draft, with a temporary id; nothing is stored. Omitted secrets are taken from the stored connection with its id.
     *
     * @throws InvalidInput with every invalid field
     */
    @Transactional(readOnly = true)
    public Connection tried(ConnectionDraft draft) {
        Optional<Row> stored = draft.id() == null ? Optional.empty() : table.find(draft.id());
        if (stored.isPresent() && !stored.get().system().equals(draft.system())) throw otherSystem(stored.get());
        var checked = check(draft, draft.id(), stored.map(row -> row.secrets().keySet()).orElse(Set.of()));
        Map<String, String> all = new TreeMap<>(stored.map(this::open).map(Connection::secrets).orElse(Map.of()));
        checked.secrets().forEach((path, secret) -> {
            if (secret == null) all.remove(path);
            else all.put(path, secret);
        });
        return new Connection("~" + draft.id() + "~" + UUID.randomUUID(), draft.name().strip(), draft.system(), true, settings.withDefaults(draft.system(), checked.settings()), all);
    }

    /** @throws UnknownConnection if there is none */
    @Transactional
    public ConnectionView enable(String id, boolean enabled) {
        Row was = table.lock(id);
        Row row = new Row(id, was.name(), was.system(), enabled, was.settings(), was.secrets());
        table.update(row);
        return changed(row);
    }

    /**
     * Deletes the connection for everybody. The data that the hub stores for it is removed by {@link DeletedConnections}; until then no other can have its id.
     *
     * @throws UnknownConnection if there is none
     */
    @Transactional
    public void delete(String id) {
        openAll(table.find(id).stream().toList()).forEach(connection -> events.publishEvent(new DeletedConnections.Deleting(connection)));
        if (!table.delete(id)) throw new UnknownConnection(id);
        events.publishEvent(new ConnectionChanged(id));
    }

    private static InvalidInput otherSystem(Row was) {
        return new InvalidInput("system", "is '" + was.system() + "' and cannot be changed; create another connection for another system");
    }

    private ConnectionSettings.Checked check(ConnectionDraft draft, String id, Set<String> stored) {
        List<FieldError> errors = new ArrayList<>();
        if (draft.id() != null && !draft.id().equals(id)) errors.add(new FieldError("id", "is '" + id + "' and cannot be changed"));
        if (id == null || !id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            errors.add(new FieldError("id", "must have 1 to 63 lower-case letters, digits and hyphens and must not start with a hyphen"));
        }
        if (draft.name() == null || draft.name().isBlank()) errors.add(new FieldError("name", "is required: the display name of the connection"));
        else if (draft.name().strip().length() > 200) errors.add(new FieldError("name", "must have at most 200 characters"));
        else if (!OneLine.is(draft.name().strip())) errors.add(new FieldError("name", OneLine.MESSAGE));
        try {
            var checked = settings.check(draft.system(), draft.settings(), stored);
            if (errors.isEmpty()) return checked;
        } catch (InvalidInput e) {
            errors.addAll(e.errors());
        }
        throw new InvalidInput(errors);
    }

    private Map<String, String> sealed(String id, Map<String, String> stored, Map<String, String> given) {
        Map<String, String> all = new TreeMap<>(stored);
        given.forEach((path, secret) -> {
            if (secret == null) all.remove(path);
            else all.put(path, secrets.seal(secret, id, path));
        });
        return all;
    }

    private ConnectionView changed(Row row) {
        events.publishEvent(new ConnectionChanged(row.id()));
        return shown(row);
    }

    private ConnectionView shown(Row row) {
        return new ConnectionView(row.id(), row.name(), row.system(), row.enabled(), settings.withDefaults(row.system(), row.settings()),
            List.copyOf(new TreeSet<>(row.secrets().keySet())), List.of());
    }

    private Connection open(Row row) {
        return opened.get(row, this::decrypted);
    }

    private Connection decrypted(Row row) {
        Map<String, String> opened = new LinkedHashMap<>();
        row.secrets().forEach((path, sealed) -> opened.put(path, secrets.open(sealed, row.id(), path)));
        return new Connection(row.id(), row.name(), row.system(), row.enabled(), settings.withDefaults(row.system(), row.settings()), Map.copyOf(opened));
    }

    private List<Connection> openAll(List<Row> rows) {
        List<Connection> opened = new ArrayList<>();
        for (Row row : rows) {
            try {
                opened.add(open(row));
            } catch (UnreadableSecret e) {
                LOG.error("Connection '{}' is skipped. {}", row.id(), e.getMessage());
            }
        }
        return opened;
    }
}
