package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Fast
class MappingWarmUpTest {

    @TempDir
    Path folder;

    /** The class path of the build is what the jar holds. */
    @Test
    void aPackagedHubRunsTheProjectPlanOfEachPsa(CapturedOutput output) {
        Mappings packaged = new Mappings("classpath:mappings", new ObjectMapper());

        assertThat(new MappingWarmUp(packaged).run()).contains("autotask/project-plan", "connectwise/project-plan");
        assertThat(packaged.refusals()).isEmpty();
        assertThat(output).doesNotContain("WARN").doesNotContain("ERROR");
    }

    @Test
    void eachExampleIsMappedSeveralTimes() throws IOException {
        AtomicInteger results = new AtomicInteger();
        ObjectMapper counting = new ObjectMapper() {
            @Override
            public <T> T readValue(String content, Class<T> type) throws JsonProcessingException {
                assertThat(content).isEqualTo("2");
                results.incrementAndGet();
                return super.readValue(content, type);
            }
        };
        write("acme/plan.ds", "payload.x * 2");
        write("acme/examples/plan.json", "{\"x\": 1}");

        assertThat(new MappingWarmUp(new Mappings("file:" + folder, counting)).run()).containsExactly("acme/plan");
        assertThat(results).hasValue(3);
    }

    @Test
    void aFolderWithoutExamplesIsCompiledInSilence(CapturedOutput output) throws IOException {
        write("acme/plan.ds", "payload.x");

        assertThat(new MappingWarmUp(mappings()).run()).isEmpty();
        assertThat(output).doesNotContain("WARN").doesNotContain("ERROR");
    }

    @Test
    void aMappingThatFailsIsNamedAndTheOthersAreWarmedUp(CapturedOutput output) throws IOException {
        write("acme/broken.ds", "{ a: ");
        write("acme/failing.ds", "payload.x");
        write("acme/examples/failing.json", "{\"y\": 1}");
        write("acme/plan.ds", "payload.x");
        write("acme/examples/plan.json", "{\"x\": 1}");

        assertThat(new MappingWarmUp(mappings()).run()).containsExactly("acme/plan");
        assertThat(output).contains("Mapping acme/broken: acme/broken.ds, line")
            .contains("Mapping acme/failing: line 1, column 8: Field does not exist: x");
    }

    @Test
    void theStartDoesNotWaitForIt() throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger results = new AtomicInteger();
        ObjectMapper waiting = new ObjectMapper() {
            @Override
            public <T> T readValue(String content, Class<T> type) throws JsonProcessingException {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                results.incrementAndGet();
                return super.readValue(content, type);
            }
        };
        write("acme/plan.ds", "payload.x");
        write("acme/examples/plan.json", "{\"x\": 1}");

        new MappingWarmUp(new Mappings("file:" + folder, waiting)).inTheBackground();

        assertThat(results).hasValue(0);
        released.countDown();
        await().untilAtomic(results, equalTo(3));
    }

    private Mappings mappings() {
        return new Mappings("file:" + folder, new ObjectMapper());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
