package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import io.scopebridge.practice.scopestack.PracticeScopeStack;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        "removeOpportunity", "approve", "setStatus", "link", "addService", "renameService", "removeService", "addProject", "clock", "forgetMaxInFlight");
    private static final Map<String, Class<? extends PracticeServer>> SERVERS =
        Map.of("Autotask", PracticeAutotask.class, "ConnectWise", PracticeConnectWise.class, "ScopeStack", PracticeScopeStack.class);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @ParameterizedTest
    @ValueSource(strings = {"Autotask", "ConnectWise", "ScopeStack"})
    void theManualListsEveryReading(String server) throws IOException {
        Set<String> listed = Files.readString(Path.of("docs/practice-servers.md")).lines().map(line -> line.split("\\|"))
            .filter(cells -> cells.length > 2 && cells[1].strip().equals(server))
            .flatMap(cells -> NAME.matcher(cells[2]).results().map(found -> found.group(1))).collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(readings(SERVERS.get(server)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Autotask", "ConnectWise", "ScopeStack"})
    void everyReadingIsOnInOneTestAndOffInAnother(String server) throws IOException {
        List<String> tests = sources();

        for (String reading : readings(SERVERS.get(server))) {
            Pattern call = Pattern.compile("\\." + reading + "\\(");
            assertThat(tests.stream().filter(test -> call.matcher(test).find())).as("%s: tests that switch it", reading).isNotEmpty();
            assertThat(tests.stream().filter(test -> test.contains("hub." + hubField(server)) && !call.matcher(test).find())).as("%s: tests that do not", reading).isNotEmpty();
        }
    }

    /** Methods that set something: they return nothing, or the server for the next one. */
    private static Set<String> readings(Class<? extends PracticeServer> server) {
        return Arrays.stream(server.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && sets(method, server) && !DEEDS.contains(method.getName()))
            .map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean sets(Method method, Class<?> server) {
        return method.getReturnType() == void.class || method.getReturnType() == server || method.getName().equals("moveZone");
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
