package io.scopebridge.secret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Re-encrypts every stored secret with the key that writes. Each row is a transaction of its own, so a run that was interrupted is
 * continued by the next.
 */
@Component
public class Rekey {

    /**
     * @param secrets    re-encrypted
     * @param rows       that they are in
     * @param current    secrets that had the key already
     * @param unreadable a sentence for each that is corrupt and was left as it is
     * @param remaining  secrets that another process wrote with another key meanwhile
     * @param abandoned  a sentence for each that cannot be read and was replaced by another
     */
    public record Result(int secrets, int rows, int current, List<String> unreadable, int remaining, List<String> abandoned) {

        public boolean isComplete() {
            return unreadable.isEmpty() && remaining == 0;
        }
    }

    private final SecretBox box;
    private final List<StoredSecrets> stores;

    public Rekey(SecretBox box, List<StoredSecrets> stores) {
        this.box = box;
        this.stores = stores;
    }

    /** @throws UnusableKey before anything is changed, if a secret was encrypted with a key that is not configured */
    public Result run() {
        refuseMissingKeys();
        int secrets = 0;
        int rows = 0;
        int current = 0;
        Set<String> unreadable = new LinkedHashSet<>();
        for (StoredSecrets store : stores) {
            for (StoredSecrets.Row row : needed(store)) {
                current += (int) row.sealed().values().stream().filter(this::isCurrent).count();
                if (row.sealed().values().stream().allMatch(this::isCurrent)) continue;
                int changed = store.change(row.id(), (path, sealed) -> resealed(row.holder(), path, sealed, unreadable));
                secrets += changed;
                rows += changed > 0 ? 1 : 0;
            }
        }
        long former = stores.stream().flatMap(store -> needed(store).stream()).flatMap(row -> row.sealed().values().stream()).filter(sealed -> !isCurrent(sealed)).count();
        return new Result(secrets, rows, current, List.copyOf(unreadable), Math.max(0, (int) former - unreadable.size()), abandoned());
    }

    /** A sentence for each stored secret that cannot be read, and need not be because another has taken its place. */
    public List<String> abandoned() {
        return stores.stream().flatMap(store -> unreadable(abandoned(store)).stream())
            .map(message -> message + " Another has taken its place; what it protected before cannot be verified without it.").toList();
    }

    /** A sentence for each stored secret that the keys cannot read. */
    public List<String> unreadable() {
        return stores.stream().flatMap(store -> unreadable(needed(store)).stream()).toList();
    }

    private List<String> unreadable(List<StoredSecrets.Row> rows) {
        List<String> unreadable = new ArrayList<>();
        rows.forEach(row -> row.sealed().forEach((path, sealed) -> {
            try {
                box.open(sealed, row.holder(), path);
            } catch (UnreadableSecret e) {
                unreadable.add(e.getMessage());
            }
        }));
        return unreadable;
    }

    private static List<StoredSecrets.Row> abandoned(StoredSecrets store) {
        Set<String> abandoned = store.abandoned();
        return store.rows().stream().filter(row -> abandoned.contains(row.id())).toList();
    }

    private static List<StoredSecrets.Row> needed(StoredSecrets store) {
        Set<String> abandoned = store.abandoned();
        return store.rows().stream().filter(row -> !abandoned.contains(row.id())).toList();
    }

    /** The ids of the former keys that stored secrets still need. */
    public Set<String> formerKeysInUse() {
        Set<String> used = new LinkedHashSet<>();
        stores.forEach(store -> needed(store).forEach(row -> row.sealed().values().stream().filter(sealed -> !isCurrent(sealed)).map(SecretBox::keyOf).forEach(used::add)));
        used.retainAll(box.keyIds());
        return used;
    }

    private String resealed(String holder, String path, String sealed, Set<String> unreadable) {
        if (isCurrent(sealed)) return sealed;
        try {
            return box.seal(box.open(sealed, holder, path), holder, path);
        } catch (UnreadableSecret e) {
            unreadable.add(e.getMessage());
            return sealed;
        }
    }

    private boolean isCurrent(String sealed) {
        return SecretBox.keyOf(sealed).equals(box.writingKey());
    }

    private void refuseMissingKeys() {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (StoredSecrets store : stores) {
            needed(store).forEach(row -> row.sealed().values().stream().map(SecretBox::keyOf).filter(key -> !key.isEmpty() && !box.keyIds().contains(key))
                .forEach(key -> missing.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(row.id())));
        }
        if (missing.isEmpty()) return;
        List<String> parts = new ArrayList<>();
        missing.forEach((key, ids) -> parts.add("key " + key + " (" + String.join(", ", ids.stream().limit(10).toList()) + (ids.size() > 10 ? " and " + (ids.size() - 10) + " more" : "") + ")"));
        throw new UnusableKey("Nothing was changed: stored secrets were encrypted with keys that are not configured: " + String.join("; ", parts)
            + ". Add them to scopebridge.former-secret-keys, or as further lines to the file secret.key, and run it again. If a key is lost, start the hub"
            + " without it, which replaces its own keys (such as audit.1), and enter the other secrets again there first.");
    }
}
