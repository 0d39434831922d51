package io.scopebridge.draft;

import io.scopebridge.mapping.MappingSources;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.mapping.VersionHash;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Records the versions of files that this node uses. */
@Component
class FileVersions {

    private static final Logger LOG = LoggerFactory.getLogger(FileVersions.class);

    private final Mappings mappings;
    private final Versions versions;
    private final Map<String, String> recorded = new TreeMap<>();

    FileVersions(Mappings mappings, Versions versions) {
        this.mappings = mappings;
        this.versions = versions;
    }

    @Scheduled(fixedDelayString = "${scopebridge.reload.every:1s}")
    void look() {
        Map<String, String> used = new TreeMap<>();
        mappings.inUse().values().forEach(used::putAll);
        used.entrySet().removeAll(recorded.entrySet());
        if (used.isEmpty()) return;
        try {
            record(used);
        } catch (DataAccessException e) {
            LOG.debug("Versions of mappings cannot be recorded: {}", e.getMessage());
        }
    }

    private void record(Map<String, String> used) {
        MappingSources sources = mappings.sources();
        Map<String, String> last = versions.lastOfFiles();
        used.forEach((file, hash) -> {
            Optional<String> text = sources.textOfFile(file);
            // A promoted version was recorded when it was promoted.
            if (text.isPresent() && VersionHash.of(text.get()).equals(hash) && !hash.equals(last.get(file))) {
                versions.keep(file, hash, text.get());
                versions.add(file, hash, Change.Kind.FILE, null, null, null);
            }
            recorded.put(file, hash);
        });
    }
}
