package io.scopebridge.console;

import io.scopebridge.contract.ContractCheck;
import io.scopebridge.hub.TestHub;
import java.nio.file.Path;
import java.util.List;

/** A whole hub over practice servers, one user of each role, and a browser in front of it. */
final class Story implements AutoCloseable {

    final TestHub hub;
    final Browser browser;
    private String loggedIn;
    private final List<ContractCheck> contracts = List.of(ContractCheck.autotask(), ContractCheck.connectwise());

    private Story(TestHub hub, Browser browser) {
        this.hub = hub;
        this.browser = browser;
        contracts.get(0).watch(hub.autotask);
        contracts.get(1).watch(hub.connectWise);
    }

    /** @param folder an empty one for the browser's profile */
    static Story begin(Path folder) {
        Browser browser = Browser.start(folder.resolve("profile"));
        TestHub hub = TestHub.shared().withFewOpportunities();
        Story story = new Story(hub, browser);
        hub.start();
        return story;
    }

    /** Has the user before the console's menu: logged in anew, or still. */
    void logIn(String user) {
        if (user.equals(loggedIn)) {
            browser.open("/scopebridge/overview");
            return;
        }
        browser.visit(hub.url());
        browser.logIn(user, TestHub.PASSWORD);
        browser.menu("Overview");
        loggedIn = user;
    }

    /** The form of a new connection, filled in as for a tenant on this machine. */
    void fillScopeStack(String system) {
        browser.fill("scopestack.apiUrl", hub.scopeStack.url());
        browser.fill("scopestack.tokenUrl", hub.scopeStack.url() + "/oauth/token");
        browser.fill("scopestack.webUrl", hub.scopeStack.url());
        browser.fill("scopestack.clientId", "practice-" + system + "-client");
        browser.fill("scopestack.clientSecret", "practice-" + system + "-secret");
        browser.press("Network");
        browser.flip("Allow plain HTTP");
        browser.flip("Allow private addresses");
    }

    @Override
    public void close() {
        try {
            browser.close();
        } finally {
            hub.close();
        }
        contracts.forEach(ContractCheck::assertAllValid);
    }
}
