package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No library on the class path is older than the version that mends its published weaknesses. What counts is what the jars say of themselves. */
@Fast
class VersionFloorsTest {

    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d+");
    private static final Pattern FILE = Pattern.compile("(.+?)-\\d.*\\.jar");
    private static final List<Jar> JARS = jars();

    record Floor(String artifact, String version, String reason) {

        boolean concerns(Jar jar) {
            return jar.artifact().matches(artifact.replace(".", "\\.").replace("*", ".*"));
        }

        boolean isBan() {
            return version.equals("absent");
        }

        @Override
        public String toString() {
            return artifact + " " + version;
        }
    }

    record Jar(String artifact, String version) {
    }

    static List<Floor> floors() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/version-floors.csv")).stream().filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\\|")).map(cells -> new Floor(cells[0], cells[1], cells[2])).toList();
    }

    @ParameterizedTest
    @MethodSource("floors")
    void noLibraryIsOlderThanItsFloor(Floor floor) {
        List<Jar> concerned = JARS.stream().filter(floor::concerns).toList();
        if (floor.isBan()) {
            assertThat(concerned).as(floor.reason()).isEmpty();
            return;
        }
        assertThat(concerned).as("a floor for what is not on the class path can go").isNotEmpty();
        assertThat(concerned).as(floor.reason()).allSatisfy(jar ->
            assertThat(Version.parse(jar.version())).as(jar.toString()).isGreaterThanOrEqualTo(Version.parse(floor.version())));
    }

    @Test
    void everyWeaknessOfTheTableHasItsAnswerInTheDecision() throws IOException {
        Set<String> answered = cves(Files.readString(Path.of("docs/decisions/versions.md")));
        assertThat(floors().stream().flatMap(floor -> cves(floor.reason()).stream())).isNotEmpty().isSubsetOf(answered);
    }

    private static Set<String> cves(String text) {
        return CVE.matcher(text).results().map(result -> result.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Jar> jars() {
        return Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"))).map(Path::of)
            .filter(Files::isRegularFile).map(VersionFloorsTest::read).toList();
    }

    private static Jar read(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        String artifact = name.matches() ? name.group(1) : file.getFileName().toString();
        try (JarFile jar = new JarFile(file.toFile())) {
            return new Jar(artifact, version(jar, artifact));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static String version(JarFile jar, String artifact) throws IOException {
        var entry = jar.stream().filter(each -> each.getName().matches("META-INF/maven/[^/]+/" + Pattern.quote(artifact) + "/pom\\.properties")).findFirst();
        if (entry.isPresent()) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(jar.getInputStream(entry.get()), StandardCharsets.UTF_8));
            return properties.getProperty("version");
        }
        Attributes manifest = jar.getManifest() == null ? new Attributes() : jar.getManifest().getMainAttributes();
        return Stream.of("Implementation-Version", "Bundle-Version").map(manifest::getValue).filter(value -> value != null).findFirst().orElse("0");
    }
}
