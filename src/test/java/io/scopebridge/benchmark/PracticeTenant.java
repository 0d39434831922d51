package io.scopebridge.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import io.scopebridge.practice.scopestack.PracticeScopeStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Practice servers in a process of their own, so that what is measured does not share its heap and its compiler with them. */
final class PracticeTenant implements AutoCloseable {

    private static final long FIRST = 100_001;

    final String scopeStack;
    final String connectWise;
    private final Process process;

    private PracticeTenant(Process process) throws IOException {
        this.process = process;
        String[] urls = process.inputReader().readLine().split(" ");
        scopeStack = urls[0];
        connectWise = urls[1];
    }

    /** @param latency how long ConnectWise takes for a call at least, in milliseconds */
    static PracticeTenant start(int opportunities, int latency) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
            "-cp", System.getProperty("java.class.path"), "src/test/process/OwnProcess.java", PracticeTenant.class.getName(), "" + opportunities, "" + latency));
        return new PracticeTenant(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The settings of a connection that lead to these servers. */
    Map<String, Object> addresses() {
        return Map.of("connectwise.host", connectWise, "scopestack.apiUrl", scopeStack, "scopestack.webUrl", scopeStack, "scopestack.tokenUrl", scopeStack + "/oauth/token");
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** Ends with its standard input, and so with the process that started it. */
    static void run(String[] args) throws IOException {
        PracticeConnectWise connectWise = new PracticeConnectWise().answerAfter(Duration.ofMillis(Long.parseLong(args[1])));
        lay(connectWise.records(), Integer.parseInt(args[0]));
        connectWise.start(0);
        PracticeScopeStack scopeStack = new PracticeScopeStack();
        scopeStack.start(0);
        System.out.println(scopeStack.url() + " " + connectWise.url());
        while (System.in.read() >= 0) { }
        System.exit(0);
    }

    private static void lay(Records records, int count) {
        List<ObjectNode> known = records.all("opportunities");
        known.forEach(record -> records.remove("opportunities", record.get("id").asLong()));
        for (int i = 0; i < count; i++) {
            ObjectNode made = known.get(i % known.size()).deepCopy();
            records.put("opportunities", FIRST + i, made.put("id", FIRST + i).put("name", made.path("name").asText() + " " + i));
        }
    }
}
