package io.scopebridge.hub;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** All tests of a class share a hub, with two projects that are approved; each begins with PSAs that hold no project. */
public abstract class OnOneHub {

    public static Bench bench;
    public static TestHub hub;

    @BeforeAll
    static void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
        bench = new Bench(hub);
        hub.scopeStack.approve(90001);
        hub.scopeStack.approve(95001);
    }

    @AfterAll
    static void everyRequestWasAllowed() {
        bench.close();
    }

    @BeforeEach
    void emptyPsas() {
        bench.clear();
    }
}
