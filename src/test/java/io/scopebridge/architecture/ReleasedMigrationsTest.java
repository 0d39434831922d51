package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flyway refuses to start on a database whose migrations have other checksums than the files: a file that has landed never changes. */
@Fast
class ReleasedMigrationsTest {

    /** By version. A new migration is added with the commit that brings it; no line is ever changed. */
    private static final Map<String, Integer> COMMON = Map.ofEntries(Map.entry("1", -1082034068), Map.entry("3", -1154418715), Map.entry("4", -1229616336),
        Map.entry("6", 160288222), Map.entry("7", 1711701289), Map.entry("8", 881459595), Map.entry("9", -975015457), Map.entry("10", 1657493756),
        Map.entry("11", -411813607), Map.entry("12", 481820321), Map.entry("13", -1763040204), Map.entry("16", -1813255923), Map.entry("19", -70697822),
        Map.entry("20", 1731037913), Map.entry("21", 1256932024), Map.entry("24", 1661721835), Map.entry("25", -1906529214), Map.entry("26", 831436278),
        Map.entry("28", 573229464), Map.entry("29", -221686626), Map.entry("30", 1105088811), Map.entry("31", -1714414533), Map.entry("32", 1315043658), Map.entry("33", -594005438),
        Map.entry("36", 1027136792), Map.entry("38", -1749464615), Map.entry("34", -906848428), Map.entry("35", -785872746), Map.entry("39", 2060949585), Map.entry("41", 368908266));
    private static final Map<String, Map<String, Integer>> BY_DATABASE = Map.of("h2", Map.of("2", 1761104116, "15", 1844719247, "22", 1173524460, "37", 2076076057),
        "postgresql", Map.of("2", -1939816246, "15", -242027866, "22", 1363969600, "37", 1860889318));

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aMigrationNeverChanges(String database) {
        Map<String, Integer> known = new TreeMap<>(COMMON);
        known.putAll(BY_DATABASE.get(database));
        assertThat(checksums(database)).as("checksums that databases in use hold; change the schema in a new migration").containsExactlyInAnyOrderEntriesOf(known);
    }

    /** Only reads the files; the database in memory is there because Flyway wants a connection. */
    private static Map<String, Integer> checksums(String database) {
        Flyway flyway = Flyway.configure().dataSource("jdbc:h2:mem:", "sa", "").locations("classpath:db/migration", "classpath:db/" + database).load();
        return Arrays.stream(flyway.info().all()).collect(Collectors.toMap(info -> info.getVersion().getVersion(), MigrationInfo::getChecksum));
    }
}
