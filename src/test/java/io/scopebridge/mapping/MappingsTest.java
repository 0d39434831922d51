package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Fast
class MappingsTest {

    private static final String HEADER = "/** DataSonnet\nversion=2.0\ninput payload application/json\noutput application/json\n*/\n";

    @TempDir
    Path folder;
    private Mappings mappings;
    private long clock = 1_000_000;

    @BeforeEach
    void start() {
        mappings = new Mappings("file:" + folder, new ObjectMapper(), Duration.ZERO);
    }

    @Test
    void mapsListsTreesAndJsonTextToPlainValues() throws IOException {
        write("a/sum.ds", HEADER + "{ total: payload.one + payload.two, list: [1, 2.5, 'x', null] }");

        Map<String, Object> expected = new HashMap<>();
        expected.put("total", 3);
        expected.put("list", Arrays.asList(1, 2.5, "x", null));
        assertThat(mappings.apply("a/sum", Map.of("one", 1, "two", 2))).isEqualTo(expected);
        assertThat(mappings.apply("a/sum", new ObjectMapper().readTree("{\"one\": 1, \"two\": 2}"))).isEqualTo(expected);
        assertThat(mappings.apply("a/sum", "{\"one\": 1, \"two\": 2}")).isEqualTo(expected);
        write("a/first.ds", "payload[0]");
        assertThat(mappings.apply("a/first", List.of("x", "y"))).isEqualTo("x");
    }

    /** Neither files nor servers nor Java classes. */
    @ParameterizedTest
    @ValueSource(strings = {"ds.readUrl('file:///etc/hostname')", "ds.readUrl('http://127.0.0.1:1/')", "ds.readUrl('classpath:application.yaml')", "importstr '/etc/hostname'",
        "ds.write({}, 'application/x-java-object', { outputclassname: 'java.io.File' })", "std.extVar('HOME')"})
    void aMappingReadsNothingButItsInput(String text) throws IOException {
        write("a/reads.ds", text);
        assertThatThrownBy(() -> mappings.apply("a/reads", Map.of())).isInstanceOf(MappingFailed.class).message()
            .matches("(?s).*(Field does not exist: readUrl|Couldn't import file|No suitable plugin|Unknown extVar).*");
    }

    @Test
    void aNumberOfManyDigitsIsStillANumber() throws IOException {
        write("double.ds", "[x * 2 for x in payload]");
        assertThat(mappings.apply("double", List.of(9.969999999999999, 0.30000000000000004, 1234567.5))).isEqualTo(List.of(19.94, 0.6, 2469135));
        write("same.ds", "payload");
        assertThat(mappings.apply("same", "[12345678901234567890, 123456789012345, \"2026-01-31T12:14:55.1234567890Z\", 12345678.123456789]"))
                .isEqualTo(List.of("12345678901234567890", 123456789012345L, "2026-01-31T12:14:55.1234567890Z", 12345678.1234568));
    }

    /** It would take longer than a life. */
    @ParameterizedTest
    @ValueSource(strings = {"local f(n) = if n < 2 then n else f(n - 1) + f(n - 2); f(payload.steps)",
        "std.foldl(function(sum, one) sum + std.foldl(function(s, o) s + o, std.range(1, 10000), 0), std.range(1, 1000000), 0)",
        "std.length([x + y for x in std.range(1, 3000) for y in std.map(function(z) z * x, std.range(1, 3000)) if std.sort(std.range(1, 100))[y % 100] < 0])"})
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMappingThatTakesTooLongIsStopped(String text) throws IOException {
        Mappings impatient = new Mappings("file:" + folder, new ObjectMapper(), Duration.ZERO, MappingOverrides.NONE, Duration.ofSeconds(1));
        write("a/slow.ds", HEADER + text);
        assertThatThrownBy(() -> impatient.apply("a/slow", Map.of("steps", 40))).isInstanceOf(MappingFailed.class)
            .hasMessage("Mapping a/slow: it took longer than 1 seconds (scopebridge.mapping-timeout) and was stopped");
        write("a/slow.ds", HEADER + "payload.steps");
        assertThat(impatient.apply("a/slow", Map.of("steps", 40))).as("the next one").isEqualTo(40);
    }

    @Test
    void anEndlessRecursionIsAFailureThatNamesTheMapping() throws IOException {
        write("a/deep.ds", HEADER + "local f(n) = f(n + 1) + 1; f(0)");
        assertThatThrownBy(() -> mappings.apply("a/deep", Map.of())).isInstanceOf(MappingFailed.class).hasMessageStartingWith("Mapping a/deep: ").hasMessageContaining("recurses endlessly");
    }

    @Test
    void aChangedFileIsInUseAtOnce() throws IOException {
        write("m.ds", "1");
        assertThat(mappings.apply("m", Map.of())).isEqualTo(1);
        write("m.ds", "2");
        assertThat(mappings.apply("m", Map.of())).isEqualTo(2);
    }

    @Test
    void aFileIsLookedAtAtMostOncePerInterval() throws IOException {
        Mappings patient = new Mappings("file:" + folder, new ObjectMapper(), Duration.ofHours(1));
        write("m.ds", "1");
        assertThat(patient.apply("m", Map.of())).isEqualTo(1);
        write("m.ds", "2");
        assertThat(patient.apply("m", Map.of())).isEqualTo(1);
    }

    @Test
    void aBrokenChangeIsRefusedWithItsPlaceWhileTheOldOneGoesOn(CapturedOutput output) throws IOException {
        write("m.ds", HEADER + "{ a: 1 }");
        mappings.apply("m", Map.of());
        write("m.ds", HEADER + "{\n  a: payload. }");

        assertThat(mappings.apply("m", Map.of())).isEqualTo(Map.of("a", 1));
        assertThat(output).contains("Mapping m rejected, the previous version stays in use: m.ds, line 7, column 15");

        write("m.ds", HEADER + "{ a: 30 }");
        assertThat(mappings.apply("m", Map.of())).isEqualTo(Map.of("a", 30));
    }

    @Test
    void aFileThatIsBrokenFromTheStartFailsClearlyUntilItIsMended() throws IOException {
        write("m.ds", HEADER + "{ a: 1\n");

        assertThatThrownBy(() -> mappings.apply("m", Map.of()))
                .isInstanceOfSatisfying(MappingFailed.class, failed -> {
                    assertThat(failed.failure().type()).isEqualTo(FailureClass.BUG);
                    assertThat(failed.failure().cause()).startsWith("Mapping m: m.ds, line ");
                    assertThat(failed.failure().remedy()).contains("m.ds");
                });
        write("m.ds", HEADER + "{ a: 10 }");
        assertThat(mappings.apply("m", Map.of())).isEqualTo(Map.of("a", 10));
    }

    @Test
    void aChangedLibraryReachesTheMappingsThatUseIt() throws IOException {
        write("lib/n.libsonnet", "{ n: (import 'deep.libsonnet').n }");
        write("lib/deep.libsonnet", "{ n: 1 }");
        write("m.ds", "local n = import 'lib/n.libsonnet';\nn.n");
        assertThat(mappings.apply("m", Map.of())).isEqualTo(1);
        write("lib/deep.libsonnet", "{ n: 2 }");
        assertThat(mappings.apply("m", Map.of())).isEqualTo(2);
    }

    @Test
    void aBrokenLibraryIsNamedAndConcernsItsUsersOnly(CapturedOutput output) throws IOException {
        write("lib/n.libsonnet", "{ n: 1 }");
        write("user.ds", "local n = import 'lib/n.libsonnet';\nn.n");
        write("other.ds", "1");
        mappings.apply("user", Map.of());
        mappings.apply("other", Map.of());
        write("lib/n.libsonnet", "{\n n: nothing. }");
        write("other.ds", "2");

        assertThat(mappings.apply("user", Map.of())).isEqualTo(1);
        assertThat(mappings.apply("other", Map.of())).isEqualTo(2);
        assertThat(output).contains("Mapping user rejected, the previous version stays in use: lib/n.libsonnet, line 2, column 14");
    }

    @Test
    void anImportOfNothingIsRefusedWithItsPlace() throws IOException {
        write("m.ds", HEADER + "local x = import 'lib/x.libsonnet';\nx");
        assertThatThrownBy(() -> mappings.apply("m", Map.of()))
                .hasMessageContaining("m.ds, line 6, column 11: there is no library lib/x.libsonnet");
    }

    @Test
    void aFailureOnThePayloadNamesMappingAndPlace() throws IOException {
        write("lib/deep.libsonnet", "{\n f(x):\n   x.missing }");
        write("a/m.ds", HEADER + "local deep = import 'lib/deep.libsonnet';\n{ a: if payload.deep then deep.f(payload) else payload.none }");

        assertThatThrownBy(() -> mappings.apply("a/m", Map.of("deep", false)))
                .isInstanceOf(MappingFailed.class).hasMessage("Mapping a/m: line 7, column 55: Field does not exist: none");
        assertThatThrownBy(() -> mappings.apply("a/m", Map.of("deep", true)))
                .isInstanceOf(MappingFailed.class).hasMessage("Mapping a/m: lib/deep.libsonnet, line 3, column 5: Field does not exist: missing");
    }

    @Test
    void aNameThatIsNoMappingIsRefused() throws IOException {
        write("m.ds", "1");
        assertThatThrownBy(() -> mappings.apply("nix", Map.of())).hasMessageContaining("there is no such mapping; there are [m]");
        assertThatThrownBy(() -> mappings.apply("../m", Map.of())).isInstanceOf(MappingFailed.class);
    }

    @Test
    void manyThreadsShareOneMappingFromItsFirstUse() throws IOException {
        write("lib/n.libsonnet", "{ twice(x): x * 2 }");
        write("m.ds", "local n = import 'lib/n.libsonnet';\n{ i: payload.i, all: [n.twice(x) for x in std.range(1, payload.i)] }");
        List<Object> results = IntStream.range(0, 400).parallel().boxed().map(i -> mappings.apply("m", Map.of("i", i))).toList();
        for (int i = 0; i < 400; i++) {
            assertThat(results.get(i)).isEqualTo(Map.of("i", i, "all", IntStream.rangeClosed(1, i).map(x -> x * 2).boxed().toList()));
        }
    }

    @Test
    void changesUnderLoadNeverGiveAnythingButOldOrNew() throws Exception {
        write("m.ds", "10");
        assertThat(mappings.apply("m", Map.of())).isEqualTo(10);
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 30; i++) {
                write("m.ds", i % 3 == 2 ? "{ broken" : "1" + i % 3);
            }
        });
        writer.start();
        assertThat(IntStream.range(0, 3000).parallel().mapToObj(i -> mappings.apply("m", Map.of())).toList()).isSubsetOf(10, 11);
        writer.join();
    }

    /** Every write moves the file's time on, as a person's saves do. */
    private void write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Path part = folder.resolve("part");
            Files.createDirectories(file.getParent());
            Files.writeString(part, text);
            clock += 2_000;
            Files.setLastModifiedTime(part, FileTime.fromMillis(clock));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
