package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every switchable reading of a practice server is in docs/practice-servers.md, and is switched on by some test and left off by another. */
@Fast
class PracticeReadingsTest {

    /** What people do in the systems, and what tests ask of the servers themselves. */
    private static final Set<String> DEEDS = Set.of("addPicklistValue", "addInactivePicklistValue", "removePicklistValue", "changeOpportunity", "addOpportunity",
        "removeOpportunity", "approve", "setStatus", "link", "addService", "addServices", "renameService", "removeService", "growCampusNetwork", "rename", "clock", "forgetMaxInFlight");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @ParameterizedTest
    @ValueSource(strings = {"Autotask", "ConnectWise", "ScopeStack"})
    void theManualListsEveryReading(String server) throws IOException {
        Set<String> listed = Files.readString(Path.of("docs/practice-servers.md")).lines().map(line -> line.split("\\|"))
            .filter(cells -> cells.length > 2 && cells[1].strip().equals(server))
            .flatMap(cells -> NAME.matcher(cells[2]).results().map(found -> found.group(1))).collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(readings(server));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Autotask", "ConnectWise", "ScopeStack"})
    void everyReadingIsOnInOneTestAndOffInAnother(String server) throws IOException {
        List<String> tests = sources();

        for (String reading : readings(server)) {
            Pattern call = Pattern.compile("\\." + reading + "\\(");
            assertThat(tests.stream().filter(test -> call.matcher(test).find())).as("%s: tests that switch it", reading).isNotEmpty();
            assertThat(tests.stream().filter(test -> test.contains("hub." + hubField(server)) && !call.matcher(test).find())).as("%s: tests that do not", reading).isNotEmpty();
        }
    }

    /** Methods that set something: they return nothing, or the server for the next one; moveZone returns the new address. */
    private static Set<String> readings(String server) throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/scopebridge/practice/" + server.toLowerCase(Locale.ROOT) + "/Practice" + server + ".java"));
        return Pattern.compile("\n    public (?:synchronized )?(?:void|Practice" + server + "|String(?= moveZone)) (\\w+)\\(").matcher(source).results()
            .map(found -> found.group(1)).filter(name -> !DEEDS.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String hubField(String server) {
        return server.equals("Autotask") ? "autotask" : server.equals("ConnectWise") ? "connectWise" : "scopeStack";
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("Test.java")).map(file -> SourceFile.read(file).text()).toList();
        }
    }
}
