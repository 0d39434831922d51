package io.scopebridge.draft;

import io.scopebridge.mapping.MappingOverrides;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The promoted texts in the tables mapping_override and mapping_version, as this node last read them. */
@Component
class Overrides implements MappingOverrides {

    private static final Logger LOG = LoggerFactory.getLogger(Overrides.class);

    private final JdbcClient db;
    private volatile Map<String, String> hashes = Map.of();
    private volatile Map<String, String> texts = Map.of();

    Overrides(JdbcClient db) {
        this.db = db;
        refresh();
    }

    @Override
    public Map<String, String> texts() {
        return texts;
    }

    /** By file, the hash of the text that is used in place of it. */
    Map<String, String> hashes() {
        return hashes;
    }

    /** What was promoted on another node. */
    @Scheduled(fixedDelayString = "${scopebridge.reload.every:1s}")
    void look() {
        try {
            refresh();
        } catch (DataAccessException e) {
            LOG.debug("Promoted mappings cannot be read: {}", e.getMessage());
        }
    }

    synchronized void refresh() {
        Map<String, String> now = new TreeMap<>();
        db.sql("select file, hash from mapping_override").query(row -> {
            now.put(row.getString("file"), row.getString("hash"));
        });
        if (now.equals(hashes)) return;
        Map<String, String> read = new TreeMap<>();
        Map<String, String> readHashes = new TreeMap<>();
        db.sql("select o.file, o.hash, v.content from mapping_override o join mapping_version v on v.file = o.file and v.hash = o.hash").query(row -> {
            read.put(row.getString("file"), row.getString("content"));
            readHashes.put(row.getString("file"), row.getString("hash"));
        });
        texts = read;
        hashes = readHashes;
    }
}
