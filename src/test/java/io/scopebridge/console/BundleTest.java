package io.scopebridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed pages, for platforms that cannot build them, are those that the sources make. */
@Fast
class BundleTest {

    private static final Path COMMITTED = Path.of("src/main/resources/static/console/pages.js");
    private static final Path BUILT = Path.of("target/classes/static/console/pages.js");
    private static final Path BUILDER = Path.of("target/esbuild");

    @Test
    void theCommittedPagesAreThoseOfTheSources() throws IOException {
        boolean builds = System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64");
        assumeTrue(builds, "Only Linux on amd64 builds the pages");
        assertThat(BUILDER).as("built by the profile console").isDirectory();
        assertThat(Files.readString(COMMITTED)).as("after a change of src/main/console: mvn process-classes && cp %s %s", BUILT, COMMITTED)
            .isEqualTo(Files.readString(BUILT));
    }
}
