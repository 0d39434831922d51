package io.scopebridge.draft;

import io.scopebridge.draft.Change.Kind;
import io.scopebridge.mapping.MappingSources;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.mapping.VersionHash;
import io.scopebridge.web.InvalidInput;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a draft into use on all nodes, and takes it back. The table mapping_override. */
@Component
class Promotions {

    private static final int LONGEST_REASON = 500;
    /** How often a text is checked again because another mapping was promoted meanwhile. */
    private static final int MOST_TRIES = 5;

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Versions versions;
    private final Overrides overrides;
    private final DraftRuns runs;
    private final MappingSources sources;

    Promotions(JdbcClient db, TransactionTemplate transactions, Versions versions, Overrides overrides, DraftRuns runs, Mappings mappings) {
        this.db = db;
        this.transactions = transactions;
        this.versions = versions;
        this.overrides = overrides;
        this.runs = runs;
        this.sources = mappings.sources();
    }

    /**
     * What is used in place of a file.
     *
     * @param fileHash the hash of the file when it was replaced; null if there was none
     */
    record Promoted(String hash, long change, String fileHash) {
    }

    /** Which version took the place of which. */
    record Replaced(String before, String after) {
    }

    /** By file. */
    Map<String, Promoted> all() {
        Map<String, Promoted> all = new TreeMap<>();
        db.sql("select file, hash, change_id, file_hash from mapping_override").query(row -> {
            all.put(row.getString("file"), new Promoted(row.getString("hash"), row.getLong("change_id"), row.getString("file_hash")));
        });
        return all;
    }

    /**
     * @param base the version that was edited
     * @throws InvalidInput     if it does not compile, or fails on an example
     * @throws ChangedMeanwhile if another version is in use
     */
    Replaced promote(String file, String text, String base, String reason, String who) {
        checkReason(reason, true);
        if (base == null) throw new InvalidInput("version", "is required: the version that was edited");
        String hash = VersionHash.of(text == null ? "" : text);
        inTurn(file, () -> {
            checkBase(file, base);
            if (hash.equals(base)) throw new InvalidInput("text", "is already in use");
            runs.prove(file, text);
        }, () -> {
            Optional<Promoted> was = override(file, " for update");
            String now = was.map(Promoted::hash).or(() -> sources.textOfFile(file).map(VersionHash::of)).orElse(null);
            if (!base.equals(now)) throw new ChangedMeanwhile(file);
            versions.keep(file, hash, text);
            long change = versions.add(file, hash, Kind.PROMOTED, who, reason, was.map(Promoted::change).orElse(null));
            replace(file, was, hash, change);
        });
        return new Replaced(base, hash);
    }

    /** Together, two texts that were checked alone may not compile: what was checked is put into use only if nothing else was meanwhile. */
    private void inTurn(String file, Runnable check, Runnable change) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            long seen = versions.changes();
            overrides.refresh();
            check.run();
            boolean done = Boolean.TRUE.equals(transactions.execute(status -> {
                if (!versions.advance(seen)) return false;
                change.run();
                return true;
            }));
            if (done) {
                overrides.refresh();
                return;
            }
        }
        throw new ChangedMeanwhile(file);
    }

    /**
     * To what was in use before the promotion.
     *
     * @param base the version to take back; null: whichever is in use
     * @throws InvalidInput     if the file is in use, or the earlier version no longer compiles
     * @throws ChangedMeanwhile if another version is in use
     */
    Replaced rollBack(String file, String base, String reason, String who) {
        checkReason(reason, false);
        overrides.refresh();
        Promoted used = override(file, "").orElseThrow(() -> new InvalidInput("", "The file is in use; there is nothing to roll back"));
        if (base != null && !base.equals(used.hash())) throw new ChangedMeanwhile(file);
        Optional<Change> target = versions.change(used.change()).map(Change::previous).flatMap(versions::change);
        // Of a file that a release has removed, nothing is left to roll back to.
        Optional<String> text = target.flatMap(change -> versions.text(file, change.version())).or(() -> sources.textOfFile(file));
        String hash = text.map(VersionHash::of).orElse(used.hash());
        inTurn(file, () -> text.ifPresent(earlier -> runs.proveCompiles(file, earlier)), () -> {
            if (!override(file, " for update").map(Promoted::change).equals(Optional.of(used.change()))) throw new ChangedMeanwhile(file);
            text.ifPresent(earlier -> versions.keep(file, hash, earlier));
            long change = versions.add(file, hash, Kind.ROLLED_BACK, who, reason, target.map(Change::previous).orElse(null));
            if (target.isPresent()) replace(file, Optional.of(used), hash, change);
            else db.sql("delete from mapping_override where file = ?").param(file).update();
        });
        return new Replaced(used.hash(), text.isPresent() ? hash : null);
    }

    private void replace(String file, Optional<Promoted> was, String hash, long change) {
        String onDisk = sources.textOfFile(file).map(VersionHash::of).orElse(null);
        int rows = was.isPresent()
            ? db.sql("update mapping_override set hash = ?, change_id = ?, file_hash = ? where file = ?").param(hash).param(change).param(onDisk).param(file).update()
            : db.sql("insert into mapping_override (file, hash, change_id, file_hash) values (?, ?, ?, ?) on conflict do nothing").param(file).param(hash).param(change).param(onDisk).update();
        if (rows == 0) throw new ChangedMeanwhile(file);
    }

    private void checkBase(String file, String base) {
        String used = sources.text(file).map(VersionHash::of).orElse(null);
        if (!base.equals(used)) throw new ChangedMeanwhile(file);
    }

    private Optional<Promoted> override(String file, String lock) {
        return db.sql("select hash, change_id, file_hash from mapping_override where file = ?" + lock).param(file)
            .query((row, number) -> new Promoted(row.getString("hash"), row.getLong("change_id"), row.getString("file_hash"))).optional();
    }

    private static void checkReason(String reason, boolean required) {
        if (required && (reason == null || reason.isBlank())) throw new InvalidInput("reason", "is required");
        if (reason != null && reason.length() > LONGEST_REASON) throw new InvalidInput("reason", "must have at most " + LONGEST_REASON + " characters");
    }
}
