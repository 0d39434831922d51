package io.scopebridge.demo;

import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import io.scopebridge.practice.receiver.PracticeReceiver;
import io.scopebridge.practice.scopestack.PracticeScopeStack;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The practice servers, with journals so that the three systems hold after a restart what they held before; and a receiver of alerts. */
public record PracticeSystems(PracticeScopeStack scopeStack, PracticeAutotask autotask, PracticeConnectWise connectWise, PracticeReceiver receiver) implements AutoCloseable {

    private static final int FIRST_PORT = 8091;

    public static PracticeSystems open(Path home) {
        var systems = new PracticeSystems(new PracticeScopeStack(), new PracticeAutotask(), new PracticeConnectWise(), new PracticeReceiver());
        systems.scopeStack.records().open(home.resolve("practice/scopestack.journal"));
        systems.autotask.records().open(home.resolve("practice/autotask.journal"));
        systems.connectWise.records().open(home.resolve("practice/connectwise.journal"));
        start(systems.scopeStack, FIRST_PORT);
        start(systems.autotask, FIRST_PORT + 1);
        start(systems.connectWise, FIRST_PORT + 2);
        start(systems.receiver, FIRST_PORT + 3);
        return systems;
    }

    @Override
    public void close() {
        Stream.of(scopeStack, autotask, connectWise, receiver).forEach(PracticeServer::close);
    }

    /** On the usual port, so that the lines to try stay the same; on a free one where that is taken. */
    private static void start(PracticeServer server, int port) {
        try {
            server.start(port);
        } catch (IllegalStateException taken) {
            server.start(0);
        }
    }
}
