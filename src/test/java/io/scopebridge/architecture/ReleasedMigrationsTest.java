package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flyway refuses to start on a database whose migrations have other checksums than the files: a released file never changes. */
@Fast
class ReleasedMigrationsTest {

    /** By version. On a release its new migrations are added; no line is ever changed. */
    private static final Map<String, Integer> RELEASED = Map.ofEntries(Map.entry("1", -1082034068), Map.entry("3", -1154418715),
        Map.entry("4", -1229616336), Map.entry("6", 160288222), Map.entry("7", 1711701289), Map.entry("8", 881459595), Map.entry("9", -975015457),
        Map.entry("10", 1657493756), Map.entry("11", -411813607), Map.entry("12", 481820321), Map.entry("13", -1763040204));
    private static final Map<String, Integer> BY_DATABASE = Map.of("h2 2", 1761104116, "postgresql 2", -1939816246);

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aReleasedMigrationNeverChanges(String database) {
        assertThat(checksums(database)).as("checksums that databases in use hold; change the schema in a new migration")
            .containsAllEntriesOf(RELEASED).containsEntry("2", BY_DATABASE.get(database + " 2"));
    }

    /** Only reads the files; the database in memory is there because Flyway wants a connection. */
    private static Map<String, Integer> checksums(String database) {
        Flyway flyway = Flyway.configure().dataSource("jdbc:h2:mem:", "sa", "").locations("classpath:db/migration", "classpath:db/" + database).load();
        return Arrays.stream(flyway.info().all()).collect(Collectors.toMap(info -> info.getVersion().getVersion(), MigrationInfo::getChecksum));
    }
}
