package io.scopebridge.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.address.BaseUrls;
import io.scopebridge.alert.TargetTable.Row;
import io.scopebridge.schema.SettingsTree;
import io.scopebridge.secret.SecretBox;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All targets. Secrets are stored encrypted and never shown. */
@Component
class Targets {

    private static final int MOST = 50;
    private static final String SENT_TO = "sentTo";

    private final TargetTable table;
    private final TargetSettings settings;
    private final SecretBox secrets;
    private final Deliveries deliveries;

    Targets(TargetTable table, TargetSettings settings, SecretBox secrets, Deliveries deliveries) {
        this.table = table;
        this.settings = settings;
        this.secrets = secrets;
        this.deliveries = deliveries;
    }

    List<TargetView> views() {
        Map<Long, Deliveries.Last> last = deliveries.lastOfTargets();
        return table.all().stream().map(row -> view(row, last.get(row.id()))).toList();
    }

    TargetView view(long id) {
        Row row = table.find(id).orElseThrow(() -> new UnknownAlert("target", id));
        return view(row, deliveries.lastOfTargets().get(id));
    }

    /** With readable secrets; empty if it was deleted. */
    Optional<Target> open(long id) {
        return table.find(id).map(row -> {
            Map<String, String> open = new TreeMap<>();
            row.secrets().forEach((path, sealed) -> open.put(path, secrets.open(sealed, owner(id), path)));
            return new Target(id, row.name(), row.channel(), settings.withDefaults(row.channel(), without(row.settings())), open);
        });
    }

    /** The ids of those that alerts may be sent to. */
    List<Long> enabled() {
        return table.enabled();
    }

    boolean exists(long id) {
        return table.find(id).isPresent();
    }

    /** @throws InvalidInput with every invalid field */
    @Transactional
    TargetView create(TargetDraft draft) {
        Channel channel = Arrays.stream(Channel.values()).filter(one -> one.id().equals(draft.channel())).findFirst()
            .orElseThrow(() -> new InvalidInput("channel", "must be one of: " + String.join(", ", Arrays.stream(Channel.values()).map(Channel::id).toList())));
        if (table.count() >= MOST) throw new InvalidInput("", "There are " + MOST + " targets already; delete one first");
        TargetSettings.Checked checked = check(channel, draft, Set.of());
        boolean enabled = !Boolean.FALSE.equals(draft.enabled());
        long id = table.insert(draft.name().strip(), channel, enabled).orElseThrow(Targets::nameIsUsed);
        Row row = row(new Row(id, "", channel, enabled, null, Map.of()), draft, checked);
        table.update(row);
        return view(row, null);
    }

    /**
     * Replaces name and settings; secrets that the draft does not contain are kept. What waits for the target is sent at once, or cancelled if
     * it is disabled now.
     *
     * @throws InvalidInput with every invalid field
     */
    @Transactional
    TargetView replace(long id, TargetDraft draft) {
        Row was = table.lock(id);
        if (draft.channel() != null && !draft.channel().equals(was.channel().id())) {
            throw new InvalidInput("channel", "is '" + was.channel().id() + "' and cannot be changed; create another target for another channel");
        }
        Row row = row(was, draft, check(was.channel(), draft, was.secrets().keySet()));
        if (table.isNameOfAnother(row.name(), id)) throw nameIsUsed();
        table.update(row);
        if (row.enabled()) deliveries.hurry(id);
        else deliveries.cancel(id);
        return view(id);
    }

    void delete(long id) {
        if (!table.delete(id)) throw new UnknownAlert("target", id);
    }

    private Row row(Row was, TargetDraft draft, TargetSettings.Checked checked) {
        Map<String, String> all = new TreeMap<>(was.secrets());
        checked.secrets().forEach((path, secret) -> {
            if (secret == null) all.remove(path);
            else all.put(path, secrets.seal(secret, owner(was.id()), path));
        });
        ObjectNode stored = checked.settings();
        String url = checked.secrets().get(Target.URL);
        String sentTo = url != null ? BaseUrls.host(url.replaceFirst("\\?.*", "")) : was.settings() == null ? null : was.settings().path(SENT_TO).asText(null);
        if (sentTo != null) stored.put(SENT_TO, sentTo);
        return new Row(was.id(), draft.name().strip(), was.channel(), draft.enabled() == null ? was.enabled() : draft.enabled(), stored, all);
    }

    private TargetSettings.Checked check(Channel channel, TargetDraft draft, Set<String> stored) {
        List<FieldError> errors = new ArrayList<>();
        Names.error(draft.name()).ifPresent(errors::add);
        try {
            TargetSettings.Checked checked = settings.check(channel, draft.settings(), stored);
            if (errors.isEmpty()) return checked;
        } catch (InvalidInput e) {
            errors.addAll(e.errors());
        }
        throw new InvalidInput(errors);
    }

    private TargetView view(Row row, Deliveries.Last last) {
        ObjectNode shown = without(row.settings());
        String sentTo = row.channel() == Channel.EMAIL ? SettingsTree.at(shown, "message.to").asText() : row.settings().path(SENT_TO).asText();
        return new TargetView(row.id(), row.name(), row.channel(), row.enabled(), shown, row.secrets().keySet(), sentTo,
            last == null ? null : last.sentAt(), last == null ? null : last.error());
    }

    private static ObjectNode without(ObjectNode settings) {
        ObjectNode copy = settings.deepCopy();
        copy.remove(SENT_TO);
        return copy;
    }

    private static InvalidInput nameIsUsed() {
        return new InvalidInput("name", "is already used; choose another");
    }

    static String owner(long id) {
        return "alert-target " + id;
    }
}
