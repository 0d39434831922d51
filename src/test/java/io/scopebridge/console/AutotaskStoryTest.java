package io.scopebridge.console;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsBrowser;
import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.autotask.Right;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What an operator does with Autotask from the first log-in on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsBrowser
class AutotaskStoryTest {

    private Story story;
    private Browser browser;
    private PracticeAutotask autotask;

    @BeforeAll
    void aHubAndABrowser(@TempDir Path folder) {
        story = Story.begin(folder);
        browser = story.browser;
        autotask = story.hub.autotask;
    }

    @AfterAll
    void close() {
        if (story != null) story.close();
    }

    @BeforeEach
    void nothingIsBroken() {
        autotask.faults().clear();
        autotask.allow("Tasks");
    }

    @Test
    void aTenantIsConnectedAndTheDoctorNamesTheMissingRight() {
        autotask.deny("Tasks", Right.CREATE);
        story.logIn("admin");
        browser.menu("Connected apps").click();
        browser.press("Connect Autotask");
        browser.fill("id", "acme");
        browser.fill("name", "Acme");
        browser.fill("autotask.zoneLookupUrl", autotask.url() + "/atservicesrest");
        browser.fill("autotask.username", PracticeAutotask.USER);
        browser.fill("autotask.secret", PracticeAutotask.SECRET);
        browser.fill("autotask.integrationCode", PracticeAutotask.INTEGRATION_CODE);
        story.fillScopeStack("autotask");
        browser.press("Save");
        browser.press("Test connection");
        assertThat(browser.row("Tasks > Add", "Missing")).contains("Security Levels");
        autotask.allow("Tasks");
        browser.press("Test connection");
        browser.sees("0 missing");
        browser.flip("Enabled");
        browser.seesNoMore("Disabled: nothing runs");
        browser.press("Sync now");
        browser.seesNoMore("Last sync: never");
        browser.menu("Opportunities").click();
        browser.choose("Connection", "Acme");
        browser.seen(By.cssSelector("table[aria-label=Opportunities]"));
        browser.row("Offered", "Active");
        assertThat(browser.driver().getPageSource()).doesNotContain(PracticeAutotask.SECRET);
        browser.noScriptFailed();
    }

    @Test
    void aProjectIsPreviewedCreatedRefusedInPartAndReplayed() {
        story.hub.connected();
        story.hub.scopeStack.approve(90001);
        story.hub.sync(AUTOTASK);
        autotask.faults().status("POST", "/Projects/\\d+/Tasks$", 500, "{\"errors\":[\"The task was refused by a workflow rule.\"]}", 1);
        story.logIn("olga");
        browser.open("/scopebridge/projects/" + AUTOTASK + "/90001");
        browser.press("Create PSA project");
        browser.choose("Tasks", "One per service");
        browser.choose("Project type", "Client");
        browser.press("Preview");
        browser.seen(By.cssSelector("table[aria-label=Preview]"));
        browser.sees(" to create");
        assertThat(autotask.projects()).isEmpty();
        browser.press("Submit");
        browser.sees("Failed");
        browser.row("Rejected", "workflow rule");
        JsonNode project = autotask.projects().get(0);
        int tasks = autotask.tasks().size();
        browser.pictures("project-failed");
        browser.press("Show in the log");
        browser.seen(By.partialLinkText("workflow rule")).click();
        browser.press("Replay");
        browser.type("Reason", "The rule is off");
        browser.choose("Start from", browser.seen(By.cssSelector("#replay-from option[value=failed-step]")).getText());
        browser.press("Start replay");
        browser.sees("1 succeeded");

        assertThat(autotask.projects()).hasSize(1);
        assertThat(autotask.tasks()).hasSize(tasks + 1);
        browser.open("/scopebridge/projects/" + AUTOTASK + "/90001");
        browser.sees("Not done 0");
        List<String> links = browser.driver().findElements(By.cssSelector("table[aria-label=Steps] a")).stream().map(link -> link.getDomAttribute("href")).toList();
        assertThat(links).isNotEmpty().allMatch(link -> link.startsWith(autotask.url())).anyMatch(link -> link.contains(project.path("id").asText()));
        browser.noScriptFailed();
    }
}
