package io.scopebridge.database;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.ValidateOutput;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Flyway finds in a database, in terms of what a person can do about it. */
class Schema {

    private static final String BACKUP = "Nothing was changed. ";
    private static final String OTHER = BACKUP + "Set spring.datasource.url to an empty database or to one of ScopeBridge.";
    private static final String OLD = BACKUP + "Continue with the version of ScopeBridge that created it, or start with an empty database and enter the"
        + " connections again; CHANGELOG.md has the details under Databases.";

    private static final String MIGRATE = "Start the hub of this version once, or, if its user does not own the tables (scopebridge.database.migrate is false), run the command migrate"
        + " with the user that does: java -jar scopebridge.jar migrate";
    private static final int FORM_OF_25 = -1906529214;
    private static final int OTHER_FORM_OF_25 = 1367970439;

    private final Flyway flyway;

    Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Migration 25 landed in two forms, of which migration 32 makes the same tables: a database that holds the other one is not refused. */
    void acceptOtherForm(boolean migrate) {
        if (!first(List.of(flyway.info().applied()))) return;
        JdbcClient db = JdbcClient.create(flyway.getConfiguration().getDataSource());
        String where = " where version = '25' and checksum = " + OTHER_FORM_OF_25;
        if (db.sql("select count(*) from flyway_schema_history" + where).query(Integer.class).single() == 0) return;
        if (!migrate) throw new DatabaseRefused("The database holds the other form of migration 25, and nothing may update it here.", MIGRATE);
        db.sql("update flyway_schema_history set checksum = " + FORM_OF_25 + where).update();
    }

    /** @throws DatabaseRefused if the database belongs to something else, to a newer hub, or to one from before the first release */
    void refuseForeign() {
        List<MigrationInfo> applied = List.of(flyway.info().applied());
        newer(applied);
        failed(applied);
        List<String> changed = Arrays.stream(flyway.info().all()).filter(info -> info.getState() != MigrationState.PENDING && !info.isChecksumMatching())
            .map(info -> info.getVersion().getVersion()).toList();
        if (!changed.isEmpty() && first(applied)) {
            throw new DatabaseRefused("The database was created by an unreleased version of ScopeBridge: its migration " + String.join(", ", changed) + " differs from that of this version.", OLD);
        }
        if (!applied.isEmpty() && !first(applied)) throw new DatabaseRefused("The database belongs to another application: its table flyway_schema_history does not begin with ScopeBridge.", OTHER);
    }

    /** @throws DatabaseRefused if the tables are not those of this version */
    void refuseOutdated() {
        List<ValidateOutput> wrong = flyway.validateWithResult().invalidMigrations;
        if (wrong.isEmpty()) return;
        boolean onlyPending = wrong.stream().allMatch(one -> one.errorDetails.errorCode == CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED);
        String which = wrong.stream().map(one -> one.version).collect(Collectors.joining(", "));
        if (onlyPending) {
            throw new DatabaseRefused("The tables are older than this version of ScopeBridge: migration " + which + " is missing, and nothing may update them here.",
                MIGRATE);
        }
        throw new DatabaseRefused("The migrations of the database differ from those of this version: " + which + ".", OLD);
    }

    private void newer(List<MigrationInfo> applied) {
        MigrationVersion last = Arrays.stream(flyway.info().all()).filter(info -> info.getState().isResolved()).map(MigrationInfo::getVersion).max(Comparator.naturalOrder()).orElseThrow();
        applied.stream().map(MigrationInfo::getVersion).filter(version -> version != null && version.compareTo(last) > 0).max(Comparator.naturalOrder()).filter(newest -> first(applied)).ifPresent(newest -> {
            throw new DatabaseRefused("The database has schema version " + newest + ", but this ScopeBridge knows only versions up to " + last + ": a newer ScopeBridge has updated it.",
                BACKUP + "Start that newer version, or restore the backup from before the update.");
        });
    }

    private static void failed(List<MigrationInfo> applied) {
        applied.stream().filter(info -> info.getState().isFailed()).findFirst().ifPresent(info -> {
            throw new DatabaseRefused("An earlier update of the database failed in migration " + info.getVersion() + ", which is half applied.",
                "Restore the backup from before the update and start again; the log of that start has the cause.");
        });
    }

    private static boolean first(List<MigrationInfo> applied) {
        return applied.stream().anyMatch(info -> info.getVersion() != null && info.getVersion().equals(MigrationVersion.fromVersion("1")) && "scopebridge".equals(info.getDescription()));
    }
}
