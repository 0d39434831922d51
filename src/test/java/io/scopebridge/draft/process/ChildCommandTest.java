package io.scopebridge.draft.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.draft.DraftProcess;
import io.scopebridge.group.Fast;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A child outlives nobody: its input ends with the hub, also if the hub was killed. */
@Fast
class ChildCommandTest {

    @Test
    void itEndsWithItsInputAlsoWhileItRuns() throws IOException, InterruptedException {
        Process child = ChildCommand.of(DraftProcess.COMMAND, DataSize.ofMegabytes(96)).start();
        try (OutputStream input = child.getOutputStream(); BufferedReader answers = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(answers.readLine()).isEqualTo("true");
            String questions = """
                {"ask":"COMPILE","number":0,"source":{"name":"psa/row","text":"std.length([x for x in std.range(1, 100000) for y in std.range(1, 100000)])","imports":{}}}
                {"ask":"RUN","number":0,"mapping":"psa/row","input":"{}"}
                """;
            input.write(questions.getBytes(StandardCharsets.UTF_8));
            input.flush();
            assertThat(answers.readLine()).contains("\"refused\":null");
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
    }
}
