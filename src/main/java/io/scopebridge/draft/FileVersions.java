package io.scopebridge.draft;

import io.scopebridge.mapping.MappingSources;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.mapping.VersionHash;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Records the versions of files that this node uses. */
@Component
class FileVersions {

    private static final Logger LOG = LoggerFactory.getLogger(FileVersions.class);

    private final Mappings mappings;
    private final Versions versions;
    private final TransactionTemplate transactions;
    private final Map<String, String> recorded = new TreeMap<>();

    FileVersions(Mappings mappings, Versions versions, TransactionTemplate transactions) {
        this.transactions = transactions;
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
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Versions of mappings cannot be recorded: {}", e.getMessage());
        }
    }

    private void record(Map<String, String> used) {
        MappingSources sources = mappings.sources();
        Map<String, String> changed = new TreeMap<>();
        Map<String, String> last = versions.lastOfFiles();
        used.forEach((file, hash) -> {
            // A promoted version was recorded when it was promoted.
            sources.textOfFile(file).filter(text -> VersionHash.of(text).equals(hash) && !hash.equals(last.get(file))).ifPresent(text -> changed.put(file, text));
        });
        if (!changed.isEmpty()) transactions.executeWithoutResult(status -> add(changed));
        recorded.putAll(used);
    }

    /** Another node may be about to record the same. */
    private void add(Map<String, String> changed) {
        versions.lock();
        Map<String, String> last = versions.lastOfFiles();
        changed.forEach((file, text) -> {
            String hash = VersionHash.of(text);
            if (hash.equals(last.get(file))) return;
            versions.keep(file, hash, text);
            versions.add(file, hash, Change.Kind.FILE, null, null, null);
        });
    }
}
