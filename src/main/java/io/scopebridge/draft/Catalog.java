package io.scopebridge.draft;

import io.scopebridge.draft.MappingView.Kind;
import io.scopebridge.draft.MappingView.Origin;
import io.scopebridge.mapping.MappingFailed;
import io.scopebridge.mapping.MappingSources;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.mapping.VersionHash;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What this node uses. */
@Component
class Catalog {

    private static final String MAPPING = ".ds";

    private final Mappings mappings;
    private final Versions versions;
    private final Promotions promotions;
    private final MappingFailures failures;

    Catalog(Mappings mappings, Versions versions, Promotions promotions, MappingFailures failures) {
        this.mappings = mappings;
        this.versions = versions;
        this.promotions = promotions;
        this.failures = failures;
    }

    /** What all views need, read once. */
    private record Snapshot(MappingSources sources, Map<String, Map<String, String>> inUse, Map<String, MappingFailed> refused, Map<String, Map<String, Change>> last,
                            Map<String, Promotions.Promoted> promoted, Map<String, MappingView.Failures> failures) {

        Map<String, Set<String>> users() {
            Map<String, Set<String>> users = new TreeMap<>();
            inUse.forEach((name, files) -> files.keySet().forEach(file -> users.computeIfAbsent(file, it -> new TreeSet<>()).add(name)));
            return users;
        }
    }

    /** The path of the file in an address. */
    static String file(String id) {
        return id.replace(':', '/');
    }

    List<MappingView> all() {
        Snapshot now = snapshot();
        Map<String, Set<String>> users = now.users();
        return now.sources().all().stream().map(file -> view(file, now, users)).toList();
    }

    /** @throws UnknownMapping if there is no such file */
    MappingText one(String file) {
        String text = mappings.sources().text(file).orElseThrow(() -> new UnknownMapping("mapping " + file));
        Snapshot now = snapshot();
        MappingView view = view(file, now, now.users());
        String fileText = now.sources().textOfFile(file).filter(onDisk -> !onDisk.equals(text)).orElse(null);
        Collection<String> changed = view.kind() == Kind.MAPPING ? List.of(name(file)) : view.usedBy();
        return new MappingText(view, text, VersionHash.of(text), fileText, view.kind() == Kind.MAPPING ? failures.last(name(file)) : List.of(),
            changed.stream().anyMatch(mapping -> now.sources().example(mapping).isPresent()));
    }

    /** @throws UnknownMapping if there is no such file */
    String known(String file) {
        if (!exists(file)) throw new UnknownMapping("mapping " + file);
        return file;
    }

    boolean exists(String file) {
        return mappings.sources().text(file).isPresent();
    }

    /** The mappings that the file is or is used by. */
    Collection<String> changedBy(String file) {
        return file.endsWith(MAPPING) ? List.of(name(file)) : mappings.sources().users().getOrDefault(file, Set.of());
    }

    private Snapshot snapshot() {
        // First: what was changed is compiled by it.
        Map<String, MappingFailed> refused = mappings.refusals();
        return new Snapshot(mappings.sources(), mappings.inUse(), refused, versions.last(), promotions.all(), failures.open());
    }

    private MappingView view(String file, Snapshot now, Map<String, Set<String>> users) {
        boolean mapping = file.endsWith(MAPPING);
        String version = used(file, now, users);
        Optional<Promotions.Promoted> promoted = Optional.ofNullable(now.promoted().get(file)).filter(override -> override.hash().equals(version));
        String onDisk = promoted.isPresent() ? now.sources().textOfFile(file).map(VersionHash::of).orElse(null) : null;
        Change change = now.last().getOrDefault(file, Map.of()).get(version);
        MappingFailed refused = now.refused().get(file);
        return new MappingView(file.replace('/', ':'), file, mapping ? Kind.MAPPING : Kind.LIBRARY, version, promoted.isPresent() ? Origin.DATABASE : Origin.FILE, now.promoted().containsKey(file),
            now.sources().location(file), change == null ? null : change.at(), change == null ? null : change.by(), change == null ? null : change.reason(),
            promoted.isPresent() && !String.valueOf(onDisk).equals(String.valueOf(promoted.get().fileHash())), refused == null ? null : refused.failure().cause(),
            mapping ? now.inUse().getOrDefault(name(file), Map.of()).keySet().stream().filter(used -> !used.equals(file)).toList() : List.of(),
            mapping ? List.of() : users.getOrDefault(file, Set.of()), mapping ? now.failures().get(name(file)) : null);
    }

    /** What was compiled; the newest text if nothing of it was. */
    private static String used(String file, Snapshot now, Map<String, Set<String>> users) {
        return users.getOrDefault(file, Set.of()).stream().map(name -> now.inUse().get(name).get(file)).findFirst().orElseGet(() -> VersionHash.of(now.sources().text(file).orElse("")));
    }

    private static String name(String file) {
        return file.substring(0, file.length() - MAPPING.length());
    }
}
