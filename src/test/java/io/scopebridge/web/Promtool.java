package io.scopebridge.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prometheus' own checks. */
final class Promtool {

    private static final File PROGRAM = new File("/usr/bin/promtool");

    private Promtool() {
    }

    /** Skips the test where it is not installed; fails it instead when the system property {@code scopebridge.no-skips} is true. */
    static void require() {
        if (!Boolean.getBoolean("scopebridge.no-skips")) assumeTrue(PROGRAM.canExecute(), "There is no " + PROGRAM);
    }

    /**
     * All that it says; what it finds is part of it.
     *
     * @param input for it to read, or null
     */
    static String run(Path input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.getPath()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (input != null) builder.redirectInput(input.toFile());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return code == 0 ? said : said + "\nexit code " + code;
    }
}
