package io.scopebridge.demo;

import io.scopebridge.practice.PracticeServer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * Tells a newcomer where to look, and plays the people in ScopeStack who approve two projects once the hub has looked around.
 * No component, so that other hubs in the tests do not find it.
 */
class PracticeGuide {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final long[] TO_APPROVE = {1, 3};

    private final PracticeSystems systems;
    private final Environment environment;
    private final Set<String> lookedAround = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService people = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "people");
        thread.setDaemon(true);
        return thread;
    });

    PracticeGuide(PracticeSystems systems, Environment environment) {
        this.systems = systems;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        String hub = "http://localhost:" + environment.getProperty("local.server.port");
        String password = environment.getProperty("scopebridge.console.password");
        LOG.info("""

            ----------------------------------------------------------------------------------------------
             ScopeBridge runs against practice servers.
               Console   {}          user admin, password {}
               ScopeStack {}   Autotask {}   ConnectWise {}   Alerts {}
             Two approved projects follow automatically; the second one is refused and ends in the log.
             To try next (the project of 200 services with 3 sub-services each, and what went wrong):
               curl -u admin:{} -X POST {}/api/connections/northwind-connectwise/projects/95005/psa-project
               curl -u admin:{} {}/api/log
               curl {}/practice/records
            ----------------------------------------------------------------------------------------------""",
            hub, password, systems.scopeStack().url(), systems.autotask().url(), systems.connectWise().url(), systems.receiver().url(),
            password, hub, password, hub, systems.connectWise().url());
        approveOnceLookedAt("practice-autotask", 90_000);
        approveOnceLookedAt("practice-connectwise", 95_000);
    }

    /** Only what is approved after the hub has read all projects once is new to it; then it asks for changes. */
    private void approveOnceLookedAt(String account, long base) {
        PracticeServer server = systems.scopeStack();
        server.onReceived(received -> {
            boolean changes = received.request().path().equals("/" + account + "/v1/projects") && received.status() == 200
                && received.request().query().containsKey("filter[updated-at.after]");
            if (changes && lookedAround.add(account)) people.schedule(() -> approve(account, base), 1, TimeUnit.SECONDS);
        });
    }

    private void approve(String account, long base) {
        for (long number : TO_APPROVE) {
            boolean waiting = systems.scopeStack().projects(account).stream()
                .anyMatch(project -> project.path("id").asLong() == base + number
                    && project.at("/attributes/status").asText().equals("business_approval"));
            if (!waiting) continue;
            systems.scopeStack().approve(base + number);
            LOG.info("Somebody approved project {} in ScopeStack ({})", base + number, account);
        }
    }
}
