package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build promises: what lies in the jar, and what {@code mvn spring-boot:test-run} starts. */
@Fast
class BuildTest {

    /** Cases of mappings are tests; their example inputs are what a packaged hub warms up with. */
    @ParameterizedTest
    @ValueSource(strings = {"routes", "mappings"})
    void theJarHoldsRoutesMappingsAndExampleInputsButNoCases(String folder) {
        Set<String> wanted = files(Path.of(folder)).filter(file -> !file.endsWith(".cases.json")).collect(Collectors.toSet());
        assertThat(wanted).isNotEmpty();
        assertThat(files(Path.of("target/classes", folder))).containsAll(wanted).noneMatch(file -> file.endsWith(".cases.json"));
    }

    @Test
    void theJarSaysWhatItIs() {
        assertThat(getClass().getResource("/META-INF/build-info.properties")).isNotNull();
    }

    /** spring-boot:test-run looks for it and gives up when it finds two. */
    @Test
    void thePracticeHubIsTheOnlyMainClassAmongTheTests() {
        Path tests = Path.of("src/test/java");
        List<String> mains = files(tests).filter(file -> file.endsWith(".java") && read(tests.resolve(file)).contains("void main(" + "String")).toList();
        assertThat(mains).containsExactly("io/scopebridge/demo/PracticeHub.java");
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
