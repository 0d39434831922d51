package io.scopebridge.console;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsBrowser;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What an operator does with ConnectWise from the first log-in on, without ever seeing a route. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@StartsBrowser
class ConnectWiseStoryTest {

    private static final String WRONG_KEY = "not-the-private-key";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Story story;
    private Browser browser;
    private PracticeConnectWise connectWise;
    private Path downloads;

    @BeforeAll
    void aHubAndABrowser(@TempDir Path folder) {
        story = Story.begin(folder);
        browser = story.browser;
        connectWise = story.hub.connectWise;
        downloads = folder;
        browser.keepDownloads(downloads);
    }

    @AfterAll
    void close() {
        if (story != null) story.close();
    }

    @BeforeEach
    void nothingIsBroken() {
        connectWise.faults().clear();
        connectWise.allow("Project", "Project Tickets", "add").answerAfter(Duration.ZERO);
    }

    /** Before the others connect anything. */
    @Test
    @Order(1)
    void aTenantIsConnectedWronglyThenRightlyAndItsOpportunitiesArrive() {
        story.logIn("admin");
        browser.sees("No connections yet");
        browser.pictures("overview-empty");
        browser.press("Connected apps");
        browser.sees("Not connected yet.");
        browser.pictures("apps-empty");
        browser.press("Connect ConnectWise");
        browser.press("Save");
        browser.sees("the display name of the connection");
        browser.pictures("app-new-refused");
        fillConnection();
        browser.press("Save");
        browser.sees("configuration saved");

        theWrongKeyIsNamed();
        theMissingRightIsNamedWithTheWayToIt();

        browser.press("Test connection");
        browser.sees("0 missing");
        browser.flip("Enabled");
        browser.seesNoMore("Disabled: nothing runs");
        browser.press("Sync now");
        browser.seesNoMore("Last sync: never");
        theOpportunitiesAreThereAndThoseFilteredOutSayWhy();
        browser.noScriptFailed();
    }

    private void fillConnection() {
        browser.fill("id", "acme");
        browser.fill("name", "Acme");
        browser.fill("connectwise.host", connectWise.url());
        browser.fill("connectwise.companyId", PracticeConnectWise.COMPANY_ID);
        browser.fill("connectwise.publicKey", PracticeConnectWise.PUBLIC_KEY);
        browser.fill("connectwise.privateKey", WRONG_KEY);
        browser.fill("connectwise.clientId", PracticeConnectWise.CLIENT_ID);
        story.fillScopeStack("connectwise");
        browser.press("Opportunities");
        browser.sees("offered here once the connection is saved and enabled");
        browser.fill("opportunities.status", "Open");
    }

    private void theWrongKeyIsNamed() {
        browser.press("Test connection");
        browser.sees("private key");
        assertThat(browser.row("ConnectWise > Sign in", "Missing")).contains("API Members");
        browser.pictures("app-wrong-key");
        assertThat(browser.driver().getPageSource()).doesNotContain(WRONG_KEY).doesNotContain("practice-connectwise-secret");
        assertThat(browser.seen(By.id("field-connectwise.privateKey")).getDomProperty("value")).isEmpty();
    }

    private void theMissingRightIsNamedWithTheWayToIt() {
        connectWise.deny("Project", "Project Tickets", "add");
        browser.fill("connectwise.privateKey", PracticeConnectWise.PRIVATE_KEY);
        browser.press("Test connection");
        browser.sees("with the values in the form, which are not saved.");
        assertThat(browser.row("Project > Project Tickets", "Missing")).contains("System > Security Roles");
        assertThat(browser.text()).doesNotContain(PracticeConnectWise.PRIVATE_KEY);
        browser.press("Save");
        browser.await().until(saved -> browser.driver().findElements(By.xpath("//main//button[normalize-space()='Save' and (@disabled or @aria-disabled='true')]")).size() == 1);
        browser.press("Test connection");
        assertThat(browser.row("Project > Project Tickets", "Missing")).contains("Inquire, Add, Edit: All", "System > Security Roles");
        browser.pictures("app-missing-right");
        connectWise.allow("Project", "Project Tickets", "add");
    }

    private void theOpportunitiesAreThereAndThoseFilteredOutSayWhy() {
        browser.menu("Opportunities").click();
        browser.choose("Connection", "Acme");
        browser.sees("Firewall refresh");
        browser.row("1042", "Offered");
        browser.pictures("opportunities");
        browser.chooseValue("State", "FILTERED_OUT");
        browser.await().until(all -> !browser.text().contains("Firewall refresh"));
        browser.row("Filtered out", "is not one of those");
        long open = connectWise.opportunities().stream().filter(row -> row.at("/status/name").asText().equals("Open")).count();
        await().atMost(PATIENCE).untilAsserted(() ->
            assertThat(story.hub.scopeStack.crmOpportunities("practice-connectwise").stream().filter(row -> row.at("/attributes/active").asBoolean(true)).count())
                .isGreaterThanOrEqualTo(open));
    }

    @Test
    void aProjectIsPreviewedWithoutAWriteThenCreatedWithProgressAndLinks() {
        story.hub.connected();
        story.hub.scopeStack.approve(95001);
        story.hub.sync(CONNECTWISE);
        story.logIn("olga");
        browser.menu("Projects").click();
        browser.choose("Connection", "Northwind connectwise");
        browser.type("Name or client", "Firewall");
        browser.seesNoMore("Assessment");
        browser.pictures("projects");
        browser.press("95001");
        browser.press("Create PSA project");
        browser.choose("Project board", "Projects");
        browser.choose("Billing method", "Actual rates");
        int before = connectWise.projects().size();
        browser.press("Preview");
        browser.seen(By.cssSelector("table[aria-label=Preview]"));
        browser.pictures("preview");
        assertThat(connectWise.projects()).hasSize(before);

        // Long enough for axe to look at the page of the running job.
        connectWise.answerAfter(Duration.ofSeconds(4));
        browser.press("Submit");
        browser.sees("steps per second");
        browser.pictures("progress");
        browser.press("Cancel job");
        browser.type("Reason", "The wrong board");
        browser.pictures("cancel-dialog");
        browser.press("Cancel job");
        browser.sees("are in the PSA: these stay. Resubmit creates the other");
        browser.pictures("cancelled");
        connectWise.answerAfter(Duration.ZERO);
        assertThat(story.hub.log(CONNECTWISE)).noneMatch(entry -> entry.path("subject").asText().equals("project:95001"));
        browser.press("Resubmit");
        browser.choose("Project board", "Projects");
        browser.choose("Billing method", "Actual rates");
        browser.press("Preview");
        browser.seen(By.cssSelector("table[aria-label=Preview]"));
        browser.press("Submit");
        browser.seesNoMore("these stay");
        browser.seesNoMore("steps per second");
        browser.sees("In the PSA");
        assertThat(connectWise.projects()).hasSize(before + 1);

        JsonNode project = connectWise.projects().get(before);
        assertThat(project.path("billingMethod").asText()).isEqualTo("ActualRates");
        String link = browser.seen(By.linkText(project.path("id").asText())).getDomAttribute("href");
        assertThat(link).startsWith(connectWise.url()).contains("recordType=ProjectHeaderFV", "recid=" + project.path("id").asText());
        browser.pictures("project");
        browser.phonePicture("project");
        browser.press("Calls of " + browser.seen(By.cssSelector("table[aria-label=Steps] tbody td")).getText());
        browser.sees("POST /project/projects");
        browser.pictures("calls");
        browser.press("Close");
        theStepIsComparedOnThePageOfItsJob();
        browser.noScriptFailed();
    }

    private void theStepIsComparedOnThePageOfItsJob() {
        // The first of the two created the project.
        browser.seen(By.xpath("//main//tbody/tr[contains(., 'cancelled')]//a[contains(@href, '/jobs/')]")).click();
        browser.press("Compare " + browser.seen(By.cssSelector("table[aria-label='Steps of the job'] tbody td")).getText());
        for (String title : List.of("Raw", "Mapped", "Sent", "Answer")) {
            assertThat(browser.seen(By.xpath("//*[@role='dialog']//h2[normalize-space()='" + title + "']/following-sibling::*[2]")).getText()).as(title).isNotBlank();
        }
        browser.sees("POST /project/projects");
        browser.pictures("job-step");
        browser.press("Close");
    }

    @Test
    void aRefusedTicketIsFoundUnderstoodMendedAndReplayedOnce() throws Exception {
        story.hub.connected();
        connectWise.faults().status("POST", "/project/tickets$", 400, "{\"code\":\"InvalidObject\",\"message\":\"ticket object is invalid\",\"errors\":"
            + "[{\"code\":\"InvalidField\",\"message\":\"The board takes no such summary.\",\"resource\":\"ticket\",\"field\":\"summary\"}]}", 100);
        story.hub.push(CONNECTWISE, 95010, Map.of("subservices", false));
        assertThat(assessments()).isEmpty();

        story.logIn("olga");
        browser.menu("Log").click();
        browser.choose("Connection", "Northwind connectwise");
        browser.choose("Class", "Validation");
        browser.type("Text in cause, field, subject or step", "no such summary");
        browser.await().until(all -> browser.driver().getCurrentUrl().contains("text=no"));
        theCauseIsOpenedAcknowledgedAndFoundAgain();
        browser.press("All entries");
        browser.seen(By.cssSelector("table[aria-label='Log entries']"));
        browser.pictures("log-entries");
        String csv = downloaded("CSV");
        assertThat(csv).contains("no such summary", "project:95010", CONNECTWISE);

        browser.driver().findElement(By.partialLinkText("no such summary")).click();
        for (String title : List.of("Raw", "Mapped", "Sent", "Answer")) {
            assertThat(browser.seen(By.xpath("//main//h3[normalize-space()='" + title + "']/following-sibling::*[2]")).getText()).as(title).isNotBlank();
        }
        browser.seen(By.id("fields-all")).click();
        assertThat(browser.row("summary", "Assessment")).as("as it was mapped and as it was sent").matches("(?s)summary.*Assessment.*Assessment.*");
        browser.sees("POST /project/tickets");
        browser.sees("InvalidObject");
        browser.sees("Authorization: [removed]");
        browser.type("Search in Sent", "summary");
        assertThat(browser.seen(By.xpath("//main//h3[normalize-space()='Sent']/following-sibling::*[2]//mark")).getText()).isEqualToIgnoringCase("summary");
        browser.pictures("entry");
        browser.phonePicture("entry");

        connectWise.faults().clear();
        browser.press("Replay");
        browser.sees("1 entry: 1 job to run again.");
        browser.type("Reason", "The board takes it now");
        browser.pictures("replay-dialog");
        browser.press("Start replay");
        browser.sees("1 succeeded");
        browser.pictures("replay");
        assertThat(assessments()).hasSize(1);

        browser.menu("Log").click();
        assertThat(browser.field("Text in cause, field, subject or step").getDomProperty("value")).as("remembered").isEqualTo("no such summary");
        browser.choose("State", "State: all");
        browser.row("no such summary", "Resolved");
        browser.menu("Audit").click();
        browser.sees("The board takes it now");
        browser.pictures("audit");
        browser.seen(By.xpath("//main//tbody/tr[contains(., 'The board takes it now')]/td[1]//a")).click();
        browser.press("All entries");
        browser.sees("logged in");
        browser.noScriptFailed();
    }

    private void theCauseIsOpenedAcknowledgedAndFoundAgain() {
        browser.seen(By.xpath("//main//button[starts-with(@aria-label, 'Handle ')]")).click();
        browser.field("Acknowledge").click();
        browser.type("Note", "The board's owner knows");
        browser.press("Assign to me");
        browser.choose("Mute alerts", "For 1 day");
        browser.pictures("log-handle");
        browser.press("Save");
        browser.sees("Acknowledged by olga");
        browser.sees("The board's owner knows");
        browser.seen(By.partialLinkText("no such summary")).click();
        browser.sees("Open the form");
        browser.sees("Assigned to olga");
        browser.press("All entries");
        browser.seen(By.cssSelector("table[aria-label='Failures by cause']"));
        assertThat(browser.driver().getCurrentUrl()).as("where one was").contains("text=no", "class=VALIDATION");
    }

    @Test
    void changesAreAskedAboutErrorsLeadToTheirFieldsAndATestSaysWhatItWasOf() {
        story.hub.connected();
        story.logIn("admin");
        browser.open("/scopebridge/apps/" + CONNECTWISE);
        browser.press("Test connection");
        browser.sees("0 missing");
        assertThat(browser.text()).doesNotContain("Changed since the last test.");
        browser.fill("name", "Northwind renamed");
        browser.sees("Not saved yet");
        namesAreThoseOfTheTenant();
        browser.sees("Changed since the last test.");
        browser.menu("Audit").click();
        browser.driver().switchTo().alert().dismiss();
        assertThat(browser.seen(By.id("field-name")).getDomProperty("value")).isEqualTo("Northwind renamed");

        browser.press("Opportunities");
        browser.sees("Runs every hour at :30, in");
        browser.choose("Schedule: how often", "Cron expression");
        browser.fill("opportunities.cron", "never");
        browser.press("Save");
        browser.sees("1 field needs attention.");
        browser.await().until(focused -> "field-opportunities.cron".equals(browser.driver().switchTo().activeElement().getDomAttribute("id")));
        assertThat((Boolean) browser.driver().executeScript("const top = [...document.querySelectorAll('main button')].find(one => one.textContent === 'Save').getBoundingClientRect(); return top.top >= 0 && top.bottom <= innerHeight"))
            .as("Save is in view wherever the form is scrolled").isTrue();
        browser.pictures("app-refused");
        browser.menu("Audit").click();
        browser.driver().switchTo().alert().accept();
        browser.sees("Who did what, when and why");
        browser.noScriptFailed();
    }

    private void namesAreThoseOfTheTenant() {
        browser.press("Revenue");
        browser.choose("Choose Won status", "Won");
        assertThat(browser.seen(By.id("field-revenue.wonStatus")).getDomProperty("value")).isEqualTo("Won");
        browser.press("Projects");
        browser.choose("Project board", "Projects");
        browser.pictures("app-names");
    }

    @Test
    void aRefusedTicketIsSentWithAnotherTextAndNothingElseOfItCanBeBroken() {
        story.hub.connected();
        story.hub.scopeStack.approve(95002);
        connectWise.faults().status("POST", "/project/tickets$", 400, "{\"code\":\"InvalidObject\",\"message\":\"ticket object is invalid\",\"errors\":"
            + "[{\"code\":\"InvalidField\",\"message\":\"The board takes no such text.\",\"resource\":\"ticket\",\"field\":\"summary\"}]}", 100);
        story.hub.push(CONNECTWISE, 95002, null);
        connectWise.faults().clear();
        long entry = story.hub.database().sql("select e.id from log_entry e join ledger l on l.connection_id = e.connection_id and l.subject = e.subject and l.step_key = e.step "
            + "where e.subject = 'project:95002' and e.state = 'OPEN' and l.title = 'Ticket: Workplace roll-out'").query(Long.class).single();

        story.logIn("olga");
        browser.open("/scopebridge/log#connection=" + CONNECTWISE + "&text=no%20such%20text");
        browser.seen(By.xpath("//main//button[@aria-label='Details']")).click();
        browser.seen(By.partialLinkText("Ticket: Workplace roll-out"));
        browser.pictures("log");
        browser.open("/scopebridge/log/" + entry);
        browser.sees("The board takes no such text.");
        browser.press("Replay");
        browser.type("Reason", "the board wants a shorter text");
        browser.field("Edit the request body").click();
        browser.sees("The edit applies to this replay only. ScopeStack and the mapping are not changed.");
        String body = browser.field("Request body").getDomProperty("value");
        browser.pictures("replay-edit");
        browser.type("Request body", body.replace("${project}", "1"));
        browser.press("Start replay");
        browser.sees("body.project.id must stay ${project}");
        browser.pictures("replay-edit-refused");
        browser.type("Request body", body.replace("Workplace roll-out", "Roll-out"));
        browser.press("Start replay");
        browser.sees("1 succeeded");
        browser.sees("Original request body");
        browser.pictures("replay-edited");
        assertThat(connectWise.tickets()).extracting(ticket -> ticket.path("summary").asText()).containsOnlyOnce("Roll-out").doesNotContain("Workplace roll-out");
        browser.noScriptFailed();
    }

    @Test
    void whatSomebodyChangedIsShownBesideWhatWasMadeAndDecided() {
        story.hub.connected();
        story.hub.scopeStack.approve(95030);
        story.hub.push(CONNECTWISE, 95030, Map.of());
        ObjectNode ticket = connectWise.tickets().stream().filter(one -> one.path("summary").asText().equals("Assessment")).reduce((first, last) -> last).orElseThrow();
        connectWise.records().put("tickets", ticket.path("id").asLong(), ticket.deepCopy().put("budgetHours", 77));

        story.logIn("olga");
        browser.open("/scopebridge/apps/" + CONNECTWISE);
        browser.sees("Not checked yet.");
        // The settings have a group of the same name.
        browser.seen(By.linkText("Drift")).click();
        browser.press("Check now");
        browser.sees("1 open difference");
        assertThat(browser.row("Hours changed: budgetHours", "77")).contains("Ticket: Assessment");
        browser.pictures("drift");
        browser.press("Take over");
        browser.sees("Nothing is sent.");
        browser.type("Reason", "agreed with the customer");
        browser.press("Take over");
        browser.row("Hours changed: budgetHours", "by olga: agreed with the customer");
        browser.sees("no open differences");
        assertThat(connectWise.records().find("tickets", ticket.path("id").asLong()).orElseThrow().path("budgetHours").asInt()).isEqualTo(77);
        browser.noScriptFailed();
    }

    private List<String> assessments() {
        return connectWise.tickets().stream().map(ticket -> ticket.path("summary").asText()).filter(summary -> summary.contains("Assessment")).toList();
    }

    private String downloaded(String link) throws Exception {
        browser.press(link);
        Path[] file = new Path[1];
        await().atMost(PATIENCE).until(() -> {
            try (var files = Files.list(downloads)) {
                file[0] = files.filter(one -> one.toString().endsWith(".csv")).findFirst().orElse(null);
            }
            return file[0] != null && Files.size(file[0]) > 0;
        });
        return Files.readString(file[0]);
    }
}
