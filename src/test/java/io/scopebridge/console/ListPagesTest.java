package io.scopebridge.console;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsBrowser;
import io.scopebridge.practice.receiver.PracticeReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Long lists: sorted by their headings, searched, and picked from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@StartsBrowser
class ListPagesTest {

    private static final long PROJECT = 95010;

    private Story story;
    private Browser browser;

    @BeforeAll
    void opportunitiesAndProjects(@TempDir Path folder) {
        story = Story.begin(folder);
        browser = story.browser;
        story.hub.connected();
        story.hub.sync(CONNECTWISE);
    }

    @AfterAll
    void close() {
        if (story != null) story.close();
    }

    @Test
    void aHeadingSortsAllOfTheListAndNotOnlyThePage() {
        List<Long> ids = story.hub.connectWise.opportunities().stream().map(row -> row.path("id").asLong()).sorted().toList();
        story.logIn("vera");
        browser.open("/scopebridge/opportunities#connection=" + CONNECTWISE);
        browser.press("Id");
        browser.await().until(sorted -> firstCell().equals("" + ids.get(0)));
        browser.press("Id");
        browser.await().until(sorted -> firstCell().equals("" + ids.get(ids.size() - 1)));
        assertThat(browser.driver().getCurrentUrl()).as("the address keeps the order").contains("sort=-id");
        browser.driver().navigate().refresh();
        browser.await().until(sorted -> firstCell().equals("" + ids.get(ids.size() - 1)));
        browser.noScriptFailed();
    }

    @Test
    void aCompanyIsFoundByAPartOfItsNameAndThePreviewedProjectIsItsOwn() {
        ObjectNode company = story.hub.connectWise.records().find("companies", 201).orElseThrow().deepCopy();
        story.hub.connectWise.records().put("companies", 7_001, company.put("id", 7_001).put("identifier", "Zebra").put("name", "Zebra Crossings Ltd"));
        story.hub.scopeStack.approve(95001);
        story.hub.sync(CONNECTWISE);
        story.logIn("olga");
        browser.open("/scopebridge/projects/" + CONNECTWISE + "/95001/create");
        browser.type("Part of the company name", "no such company");
        browser.sees("No company matches.");
        browser.type("Part of the company name", "zebra");
        browser.sees("1 is listed below.");
        browser.choose("Company", "Zebra Crossings Ltd");
        browser.choose("Project board", "Projects");
        browser.press("Preview");
        browser.seen(By.cssSelector("table[aria-label=Preview]"));
        browser.press("Submit");
        browser.sees("Create it for another company?");
        browser.pictures("other-company");
        assertThat(story.hub.connectWise.projects()).isEmpty();
        browser.press("Create it for Zebra Crossings Ltd");
        browser.sees("In the PSA");
        assertThat(story.hub.connectWise.projects()).singleElement().satisfies(made -> assertThat(made.at("/company/id").asLong()).isEqualTo(7_001));
        browser.noScriptFailed();
    }

    @Test
    void aProjectIsLinkedWithAnOpportunityMovedToAnotherAndTakenOff() {
        List<JsonNode> offered = story.hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG).stream().map(row -> (JsonNode) row)
            .filter(row -> row.at("/attributes/active").asBoolean(true)).sorted(Comparator.comparing(row -> row.at("/attributes/opportunity-id").asText())).toList();
        String first = offered.get(0).at("/attributes/opportunity-id").asText();
        String second = offered.get(1).at("/attributes/opportunity-id").asText();
        story.logIn("olga");
        browser.open("/scopebridge/projects/" + CONNECTWISE + "/" + PROJECT);
        if (linked() != null) takeOff();
        pick("Link", first);
        assertThat(linked()).isEqualTo(offered.get(0).path("id").asText());
        browser.pictures("linked");
        pick("Change", second);
        assertThat(linked()).isEqualTo(offered.get(1).path("id").asText());
        takeOff();
        assertThat(linked()).isNull();
        browser.noScriptFailed();
    }

    @Test
    void alertsAreSetUpTestedSentAndSeen() {
        try (PracticeReceiver receiver = new PracticeReceiver()) {
            receiver.start(0);
            story.logIn("admin");
            browser.menu("Alerts").click();
            browser.sees("There are no targets");
            browser.press("Webhook");
            browser.type("Name", "Operations");
            browser.fill("url", "http://10.1.2.3/hook");
            browser.fill("secret", PracticeReceiver.SECRET);
            browser.press("Save");
            browser.sees("must start with https://");
            browser.fill("url", receiver.webhookUrl());
            browser.fill("network.privateHosts", "127.0.0.1");
            browser.flip("Allow plain HTTP");
            browser.press("Save");
            browser.sees("where alerts are sent");
            browser.press("Send test");
            browser.sees("A test was sent to Operations.");
            assertThat(receiver.accepted()).singleElement().satisfies(event -> assertThat(event.path("type").asText()).isEqualTo("alert.test"));
            assertThat(browser.driver().getPageSource()).doesNotContain(PracticeReceiver.SECRET, receiver.webhookUrl());
            browser.pictures("alert-target");
            browser.press("Back");

            browser.press("Add rule");
            browser.type("Name", "Everything");
            browser.seen(By.cssSelector("input[id^=target-]")).click();
            browser.choose("Connection", "Northwind connectwise");
            browser.pictures("alert-rule");
            browser.press("Save");
            browser.seen(By.cssSelector("table[aria-label=Rules]"));
            story.hub.connectWise.faults().status("POST", "/project/projects$", 400, "{\"code\":\"InvalidObject\",\"message\":\"Too <i>long</i>\",\"errors\":[]}", 1);
            story.hub.scopeStack.approve(95003);
            story.hub.push(CONNECTWISE, 95003, null);
            browser.sees("Problem opened");
            browser.await().until(sent -> receiver.accepted().size() == 2);
            assertThat(receiver.accepted().get(1).at("/data/problems/0/link").asText()).contains("/scopebridge/log/");
            browser.pictures("alerts");

            story.logIn("vera");
            browser.menu("Alerts").click();
            browser.sees("Operations");
            assertThat(browser.seen(By.xpath("//main//button[normalize-space()='Add rule']")).getDomAttribute("aria-disabled")).isEqualTo("true");
            browser.noScriptFailed();
        }
    }

    @Test
    void aMappingIsEditedTriedPromotedAndRolledBack() {
        story.logIn("admin");
        browser.menu("Mappings").click();
        browser.sees("lib/hours.libsonnet");
        browser.pictures("mappings");
        browser.press("hub/alert-slack.ds");
        WebElement text = browser.seen(By.cssSelector(".cm-content"));
        text.sendKeys(Keys.chord(Keys.CONTROL, Keys.END), " +* 2");
        browser.sees("hub/alert-slack.ds, line ");
        browser.pictures("mapping-error");
        text.sendKeys(Keys.BACK_SPACE.toString().repeat(5), " + { note: 'typed' }");
        browser.seesNoMore("hub/alert-slack.ds, line ");
        browser.press("Run draft");
        browser.sees("0 same, 1 change: note (1)");
        browser.sees("As it would be");
        browser.pictures("mapping-draft");
        browser.press("Promote");
        browser.type("Reason", "Say that it was typed");
        browser.press("Promote");
        browser.sees("Promoted by admin");
        browser.sees("Say that it was typed");
        browser.pictures("mapping-promoted");
        browser.press("Roll back");
        browser.seesNoMore("Promoted by admin");
        browser.sees("Rolled back");

        story.logIn("vera");
        browser.open("/scopebridge/mappings/hub:alert-slack.ds");
        browser.sees("Say that it was typed");
        assertThat(browser.driver().findElements(By.xpath("//main//button[normalize-space()='Run draft']"))).isEmpty();
        browser.noScriptFailed();
    }

    /** After the others, which want the opportunities. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aPassThatWouldCloseManyAsksFirstAndClosesThemWhenAPersonSaysSo() {
        List<String> gone = open().subList(0, 12);
        int before = open().size();
        gone.forEach(id -> story.hub.connectWise.removeOpportunity(Long.parseLong(id)));
        story.logIn("olga");
        browser.open("/scopebridge/apps/" + CONNECTWISE);
        browser.press("Full sync");
        browser.open("/scopebridge/log#connection=" + CONNECTWISE + "&flow=poll-opportunities&view=entries");
        browser.seen(By.cssSelector("table[aria-label='Log entries'] tbody a")).click();
        browser.press("Close them");
        assertThat(open()).hasSize(before);
        browser.seen(By.xpath("//*[@role='dialog']//button[normalize-space()='Close them']")).click();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(open()).doesNotContainAnyElementsOf(gone).hasSize(before - gone.size()));
        browser.sees("Resolved");
        assertThat(browser.driver().findElements(By.xpath("//main//button[normalize-space()='Close them']"))).isEmpty();
        browser.noScriptFailed();
    }

    /** Ids of the opportunities that ScopeStack shows as open. */
    private List<String> open() {
        return story.hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG).stream().filter(row -> !row.at("/attributes/is-closed").asBoolean())
            .map(row -> row.at("/attributes/opportunity-id").asText()).sorted().toList();
    }

    private void pick(String button, String opportunity) {
        browser.press(button);
        browser.type("Name, company or id", opportunity);
        browser.await().until(found -> browser.driver().findElements(By.cssSelector("[role=dialog] input[type=radio]")).size() == 1);
        browser.seen(By.id("link-" + opportunity)).click();
        if (button.equals("Link")) browser.pictures("link-dialog");
        browser.press("Link");
        By sure = By.xpath("//*[@role='dialog']//button[normalize-space()='Link all the same']");
        browser.await().until(answered -> browser.driver().findElements(By.cssSelector("[role=dialog]")).isEmpty() || !browser.driver().findElements(sure).isEmpty());
        if (!browser.driver().findElements(sure).isEmpty()) {
            browser.sees("The companies differ");
            browser.seen(sure).click();
        }
        browser.sees("(" + opportunity + ")");
        closed();
    }

    private void takeOff() {
        browser.press("Change");
        browser.press("Remove link");
        closed();
    }

    private void closed() {
        browser.await().until(gone -> browser.driver().findElements(By.cssSelector("[role=dialog]")).isEmpty());
    }

    /** The record of the opportunity, as ScopeStack holds it. */
    private String linked() {
        return story.hub.scopeStack.projects(CONNECTWISE_SLUG).stream().filter(row -> row.path("id").asLong() == PROJECT).findFirst().orElseThrow()
            .at("/relationships/crm-opportunity/data/id").asText(null);
    }

    private String firstCell() {
        return (String) browser.driver().executeScript("return document.querySelector('table[aria-label=Opportunities] tbody td')?.textContent ?? ''");
    }
}
