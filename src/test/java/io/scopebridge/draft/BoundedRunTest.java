package io.scopebridge.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.draft.DraftRequest.Over;
import io.scopebridge.draft.process.Children;
import io.scopebridge.group.Fast;
import io.scopebridge.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What a draft does to its process, it does to nobody else: the answer is clear and the next draft runs. */
@Fast
class BoundedRunTest {

    private static final String ROW = "psa/row.ds";
    private static final String ENDLESS = "std.foldl(function(sum, n) sum + std.foldl(function(a, b) a + b, std.range(1, 3000), 0), std.range(1, 1000000), 0)";

    @TempDir
    Path folder;
    private final Children children = new Children(new ObjectMapper(), DataSize.ofMegabytes(96));
    /** Of hubs that other classes of this JVM left running. */
    private final List<ProcessHandle> others = all();

    @BeforeEach
    void oneMapping() throws IOException {
        Files.createDirectories(folder.resolve("psa/examples"));
        Files.writeString(folder.resolve(ROW), "payload");
        Files.writeString(folder.resolve("psa/examples/row.json"), "{\"name\": \"" + "x".repeat(60) + "\"}");
    }

    @AfterEach
    void end() {
        children.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "local twice(text, n) = if n == 0 then text else twice(text + text, n - 1); std.length(twice('x', 31))",
        "std.length(std.join('', std.makeArray(40000000, function(n) 'a text of some letters')))",
        "std.foldl(function(all, n) all + [std.toString(n) + payload.name], std.range(1, 100000000), [])"})
    void whatNeedsMoreMemoryThanItHasIsStopped(String bomb) {
        assertThatThrownBy(() -> run(Duration.ofSeconds(60), bomb)).isInstanceOf(DraftStopped.class).hasMessageContaining("example of psa/row: it needs more memory than scopebridge.drafts.memory permits (96 MB)");
        assertThatTheNextDraftRuns();
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDLESS, "std.length([x for x in std.range(1, 100000) for y in std.range(1, 100000)])", "ds.match(payload.name, '(x+x+)+\\\\1y')"})
    void whatDoesNotEndIsStopped(String endless) {
        assertThatThrownBy(() -> run(Duration.ofMillis(500), endless)).isInstanceOf(DraftStopped.class).hasMessageContaining("it took longer than 0.5 seconds; it may loop endlessly");
        assertThatTheNextDraftRuns();
    }

    @Test
    void endlessRecursionIsAFailureOfTheDraft() {
        assertThat(run(Duration.ofSeconds(60), "local f(n) = 1 + f(n + 1); f(1)").results()).singleElement()
            .satisfies(result -> assertThat(result.failure()).startsWith("Mapping psa/row: ").contains("it recurses endlessly"));
        Awaitility.await("an error may have damaged it").atMost(Duration.ofSeconds(30)).until(() -> processes().isEmpty());
        assertThatTheNextDraftRuns();
    }

    @Test
    void aProcessThatIsKilledFromOutsideIsReplaced() {
        CompletableFuture<Throwable> stopped = CompletableFuture.supplyAsync(() -> catchThrowable(() -> run(Duration.ofMinutes(5), ENDLESS)));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> processes().stream().anyMatch(child -> child.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() > 500));
        processes().forEach(ProcessHandle::destroyForcibly);

        assertThat(stopped.join()).satisfiesAnyOf(
            why -> assertThat(why).isInstanceOf(DraftStopped.class).hasMessageContaining("its process ended with exit code 137"),
            // Killed while it started.
            why -> assertThat(why).isInstanceOf(DraftsUnavailable.class));
        assertThatTheNextDraftRuns();
    }

    @Test
    void aRunEndsWithTheHub() throws Exception {
        CompletableFuture<Throwable> stopped = CompletableFuture.supplyAsync(() -> catchThrowable(() -> run(Duration.ofMinutes(5), ENDLESS)));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !processes().isEmpty());
        children.stop();

        assertThat(stopped.get(30, TimeUnit.SECONDS)).hasMessageContaining("the hub is stopping");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> processes().isEmpty());
    }

    /** Java takes a second or two to start. */
    @Test
    void aProcessIsKeptForTheNextDraftAndForgetsTheLastOne() throws IOException {
        assertThat(run(Duration.ofSeconds(60), "{ n: 1 }").results()).hasSize(1);
        List<ProcessHandle> first = processes();
        assertThat(run(Duration.ofSeconds(60), "{ n: 2 }").results()).singleElement().satisfies(result -> assertThat(result.draft().toString()).isEqualTo("{\"n\":2}"));
        assertThat(processes()).hasSize(1).isEqualTo(first);
        assertThat(Files.readString(Path.of("/proc/" + first.get(0).pid() + "/environ")).split("\0")).as("nothing of the hub's environment")
            .allMatch(variable -> variable.matches("(LANG|LC_ALL|LC_CTYPE|LD_LIBRARY_PATH|MALLOC_ARENA_MAX)=.*"));
    }

    private void assertThatTheNextDraftRuns() {
        assertThat(run(Duration.ofSeconds(60), "payload + { n: 1 }").changed()).isEqualTo(1);
    }

    private DraftResult run(Duration step, String draft) {
        Mappings mappings = new Mappings("file:" + folder, new ObjectMapper());
        DraftRuns runs = new DraftRuns(mappings, new DraftInputs(mappings, null), new BoundedRun(children, 1, step, Duration.ofMinutes(5)));
        return runs.run(ROW, new DraftRequest(draft, new Over(true, null, null, null)));
    }

    private List<ProcessHandle> processes() {
        return all().stream().filter(child -> !others.contains(child)).toList();
    }

    private static List<ProcessHandle> all() {
        return ProcessHandle.current().children().filter(child -> commandLine(child).endsWith(DraftProcess.COMMAND + "\0")).toList();
    }

    /** Java does not tell long ones. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException e) {
            return "";
        }
    }
}
