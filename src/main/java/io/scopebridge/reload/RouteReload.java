package io.scopebridge.reload;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads changed route files. A file is read when it has not changed between two scans, so that it is not read while it is written.
 * Routes removed from a file, and those of a deleted file, stay in use until the hub is restarted: others may call them.
 */
class RouteReload {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final String REMEDY = "Correct the file; a saved correction is used within seconds. Until then the previous routes stay in use.";
    private static final String RESTART = "Restart the hub to use it, or undo the change.";

    private final RouteFolder folder;
    private final RouteGenerations generations;
    private final Refusals refusals;
    private final Map<String, RouteFile> inUse = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private Map<String, RouteFolder.State> seen;
    private Map<String, RouteFolder.State> last;

    /** The folder now contains what Camel has loaded. */
    RouteReload(RouteFolder folder, RouteGenerations generations, Refusals refusals) {
        this.folder = folder;
        this.generations = generations;
        this.refusals = refusals;
        this.seen = folder.states();
        this.last = seen;
        seen.keySet().forEach(path -> {
            try {
                inUse.put(path, RouteFile.of(path, folder.text(path)));
            } catch (IOException | RouteRefused e) {
                LOG.warn("{} changed while the hub was starting; restart the hub", path);
            }
        });
    }

    void look() throws Exception {
        Map<String, RouteFolder.State> now = folder.states();
        boolean settled = now.equals(last) && !now.isEmpty();
        last = now;
        if (settled && !now.equals(seen)) {
            Set<String> changed = new HashSet<>();
            now.forEach((path, state) -> {
                if (!state.equals(seen.get(path))) changed.add(path);
            });
            seen.keySet().stream().filter(path -> !now.containsKey(path)).forEach(this::gone);
            seen = now;
            takeAll(changed);
        }
        generations.removeIdle();
    }

    private void gone(String path) {
        refusals.over(path);
        refused.remove(path);
        if (inUse.remove(path) != null) {
            LOG.warn("{} was deleted; its routes stay in use until the hub is restarted", path);
        }
    }

    /** A route may have moved from one changed file to another, so rejected files are retried after the rest. */
    private void takeAll(Set<String> changed) {
        Set<String> waiting = new HashSet<>(changed);
        waiting.addAll(refused);
        boolean progress = true;
        while (progress) {
            progress = waiting.removeIf(path -> take(path) == null);
        }
        refused.clear();
        waiting.forEach(path -> {
            RouteRefused why = take(path);
            if (why == null) return;
            refused.add(path);
            refusals.refused(path, why.getMessage(), why.getMessage().contains("while the hub runs") ? RESTART : REMEDY, why.getCause());
        });
    }

    private RouteRefused take(String path) {
        try {
            RouteFile file = RouteFile.of(path, folder.text(path));
            RouteFile before = inUse.get(path);
            if (before == null || !before.text().equals(file.text())) {
                check(file);
                generations.replace(file, usersOf(file));
                inUse.put(path, file);
                LOG.info("{} reloaded", path);
            }
            refusals.over(path);
            return null;
        } catch (RouteRefused e) {
            return e;
        } catch (IOException e) {
            return RouteRefused.at(path, 0, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private List<RouteFile> usersOf(RouteFile file) {
        Set<String> templates = file.templates();
        return templates.isEmpty() ? List.of() : inUse.values().stream().filter(other -> !other.path().equals(file.path()) && other.uses(templates)).toList();
    }

    private void check(RouteFile file) throws RouteRefused {
        Set<String> policies = generations.policies();
        Set<String> once = new HashSet<>();
        for (RouteFile.Entry entry : file.entries()) {
            String wrong = entry.isTemplate() ? wrongTemplate(file, entry) : !entry.kind().equals("route") ? "'" + entry.kind() + "' cannot be changed while the hub runs; only routes can"
                    : entry.id().isBlank() ? "the route has no id"
                    : !entry.from().startsWith("direct:") ? "the route " + entry.id() + " starts from " + entry.from()
                            + ", which cannot be changed while the hub runs; only routes that start from direct: can"
                    : !policies.contains(entry.policy()) ? "the route " + entry.id() + " uses the routeConfigurationId '" + entry.policy() + "'; there are " + new TreeSet<>(policies)
                    : !once.add(entry.id()) | !once.add(entry.from()) ? "the route " + entry.id() + " is defined twice in the file, or two start from " + entry.from()
                    : elsewhere(file, entry);
            if (wrong != null) {
                throw RouteRefused.at(file.path(), entry.line(), wrong, null);
            }
        }
    }

    private String wrongTemplate(RouteFile file, RouteFile.Entry template) {
        return template.id().isBlank() ? "the route template has no id"
                : inUse.values().stream().filter(other -> !other.path().equals(file.path()) && other.templates().contains(template.id()))
                        .map(other -> "the route template " + template.id() + " is in " + other.path() + " already").findFirst().orElse(null);
    }

    private String elsewhere(RouteFile file, RouteFile.Entry entry) {
        return inUse.values().stream().filter(other -> !other.path().equals(file.path()))
                .filter(other -> other.entries().stream().anyMatch(one -> one.id().equals(entry.id()) || one.from().equals(entry.from())))
                .map(other -> "the route " + entry.id() + " from " + entry.from() + " is in " + other.path() + " already").findFirst().orElse(null);
    }
}
