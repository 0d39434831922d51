package io.scopebridge.benchmark;

import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import io.scopebridge.practice.scopestack.PracticeScopeStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The practice servers in a process of their own, which ends with the standard input; each request to a PSA takes so many milliseconds. */
final class PracticeProcess implements AutoCloseable {

    private final Process process;
    final String scopeStack;
    final String autotask;
    final String connectWise;

    private PracticeProcess(Process process, String... urls) {
        this.process = process;
        this.scopeStack = urls[0];
        this.autotask = urls[1];
        this.connectWise = urls[2];
    }

    static PracticeProcess start(int latency) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
            "-cp", System.getProperty("java.class.path"), "src/test/process/OwnProcess.java", PracticeProcess.class.getName(), "" + latency).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader urls = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new PracticeProcess(process, urls.readLine(), urls.readLine(), urls.readLine());
    }

    @Override
    public void close() {
        process.destroy();
    }

    static void run(String[] latency) throws IOException {
        PracticeScopeStack scopeStack = new PracticeScopeStack();
        scopeStack.growCampusNetwork(90005);
        scopeStack.growCampusNetwork(95005);
        PracticeAutotask autotask = new PracticeAutotask();
        autotask.threshold(1_000_000);
        PracticeConnectWise connectWise = new PracticeConnectWise();
        for (PracticeServer server : new PracticeServer[] {scopeStack, autotask, connectWise}) {
            server.start(0);
            if (server != scopeStack) server.faults().latency("*", ".*", Long.parseLong(latency[0]), Integer.MAX_VALUE);
            System.out.println(server.url());
        }
        while (System.in.read() >= 0) Thread.onSpinWait();
        System.exit(0);
    }
}
