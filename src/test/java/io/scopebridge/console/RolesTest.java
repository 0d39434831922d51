package io.scopebridge.console;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsBrowser;
import io.scopebridge.hub.TestHub;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The pages grey out what a role may not do, and the hub refuses it from the very same session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsBrowser
class RolesTest {

    private static final String APP = "/scopebridge/apps/" + CONNECTWISE;
    private static final String PROJECT = "/scopebridge/projects/" + CONNECTWISE + "/95010";

    private Story story;
    private Browser browser;
    private String entry;

    @BeforeAll
    void aProjectThatFailed(@TempDir Path folder) {
        story = Story.begin(folder);
        browser = story.browser;
        story.hub.connected();
        story.hub.sync(CONNECTWISE);
        story.hub.connectWise.faults().status("POST", "/project/tickets$", 400, "{\"code\":\"InvalidObject\",\"message\":\"refused\",\"errors\":[]}", 100);
        story.hub.push(CONNECTWISE, 95010, Map.of());
        entry = "/scopebridge/log/" + story.hub.log(CONNECTWISE).get(0).path("id").asText();
    }

    @AfterAll
    void close() {
        if (story != null) story.close();
    }

    @Test
    void aViewerSeesEveryPageAndMayPressNothingThatChanges() {
        story.logIn("vera");
        greyed(APP, "Test connection", "Sync now", "Delete", "Save");
        assertThat(browser.seen(By.id("field-name")).isEnabled()).isFalse();
        assertThat(browser.driver().findElement(By.id("enabled")).isEnabled()).isFalse();
        greyed("/scopebridge/apps", "Connect ConnectWise", "Connect Autotask");
        greyed(PROJECT, "Resubmit", "Update CRM", "Create Sales Order");
        greyed(entry, "Replay");
        greyed("/scopebridge/log", "Replay all results");
        browser.pictures("log-viewer");
        browser.darkIsAccessible("log-viewer");
        browser.phonePicture("log-viewer");
        browser.sees("ConnectWise rejects");
        browser.open("/scopebridge/overview");
        browser.seen(By.cssSelector("table[aria-label='Connections']"));
        browser.sees("in the last 14 days");
        browser.press("As a table");
        browser.pictures("overview");
        browser.darkIsAccessible("overview");
        browser.phonePicture("overview");
        theThemeIsSwitchedAndHelpIsThere();
        browser.open("/scopebridge/apps");
        browser.seen(By.cssSelector("table[aria-label='Connections']"));
        browser.pictures("apps");
        browser.darkIsAccessible("apps");
        browser.open("/scopebridge/projects");
        browser.sees("need a decision");
        browser.pictures("projects-all");
        browser.darkIsAccessible("projects-all");
        browser.phonePicture("projects-all");
        browser.open("/scopebridge/opportunities");
        browser.sees("Search in all connections");
        browser.open("/scopebridge/projects/northwind-connectwise/95010/nowhere");
        browser.sees("There is no such page");
        browser.open("/scopebridge/audit");
        browser.sees("Your role does not permit this.");
        browser.noScriptFailed();
    }

    private void theThemeIsSwitchedAndHelpIsThere() {
        browser.press("Theme: system");
        browser.press("Theme: light");
        assertThat((Boolean) browser.driver().executeScript("return document.documentElement.classList.contains('pf-v6-theme-dark')")).as("dark, though the system is light").isTrue();
        browser.picture("overview-chosen-dark");
        browser.press("Theme: dark");
        assertThat((Boolean) browser.driver().executeScript("return document.documentElement.classList.contains('pf-v6-theme-dark')")).isFalse();
        String help = browser.seen(By.linkText("Help")).getDomProperty("href");
        assertThat(help).endsWith("/manual/console#monitor");
        String page = browser.driver().getCurrentUrl();
        browser.driver().get(help);
        browser.seen(By.id("monitor"));
        browser.pictures("manual");
        browser.phonePicture("manual");
        browser.driver().get(page);
        browser.seen(By.cssSelector("table[aria-label='Connections']"));
    }

    @Test
    void anOperatorMayPushAndReplayButNotConfigure() {
        story.logIn("olga");
        greyed(APP, "Delete", "Save");
        pressable("Test connection", "Sync now");
        assertThat(browser.driver().findElement(By.id("enabled")).isEnabled()).isFalse();
        browser.open(PROJECT);
        pressable("Resubmit");
        browser.open(entry);
        pressable("Replay");
    }

    @Test
    void anAdminAddsAUserWhoChangesTheOwnPassword() {
        story.logIn("admin");
        browser.menu("Users").click();
        browser.row("vera", "Settings of the hub");
        browser.pictures("users");
        browser.press("Add user");
        browser.press("Add user");
        browser.sees("2 fields need attention.");
        browser.sees("Name is required");
        browser.await().until(focused -> "field-name".equals(browser.driver().switchTo().activeElement().getDomAttribute("id")));
        browser.pictures("user-refused");
        browser.fill("name", "paula");
        browser.choose("Role", "Operator");
        browser.fill("password", "Correct-horse-1");
        browser.press("Add user");
        browser.row("paula", "Operator");

        story.browser.visit(story.hub.url());
        browser.logIn("paula", "Correct-horse-1");
        browser.menu("Account").click();
        browser.sees("Change password");
        assertThat(browser.driver().findElements(By.xpath("//nav//a[normalize-space()='Users']"))).as("for admins").isEmpty();
        browser.fill("currentPassword", "Correct-horse-2");
        browser.fill("newPassword", "Another-horse-2");
        browser.fill("again", "Another-horse-2");
        browser.press("Change password");
        browser.sees("Current password is not your current password");
        browser.pictures("account-refused");
        browser.fill("currentPassword", "Correct-horse-1");
        browser.press("Change password");
        browser.sees("Your password is changed.");
        browser.menu("Overview").click();
        browser.seen(By.cssSelector("table[aria-label='Connections']"));

        browser.visit(story.hub.url());
        browser.logIn("admin", TestHub.PASSWORD);
        browser.menu("Users").click();
        browser.seen(By.linkText("paula")).click();
        browser.pictures("user");
        browser.press("Disable");
        browser.sees("The user cannot log in until enabled again.");
        browser.seen(By.xpath("//*[@role='dialog']//button[normalize-space()='Disable']")).click();
        browser.sees("Disabled");
        browser.menu("Audit").click();
        browser.sees("admin disabled the user paula");
        browser.sees("paula changed their own password");
        browser.sees("admin added the user paula with the role operator");
        browser.pictures("audit-users");
        browser.choose("Time", "Last 24 hours");
        browser.sees("admin disabled the user paula");
        browser.noScriptFailed();
        story.logIn("vera");
        assertThat(browser.driver().findElements(By.xpath("//nav//a[normalize-space()='Users']"))).isEmpty();
        browser.open("/scopebridge/account");
        browser.sees("Defined in the settings of the hub.");
        browser.pictures("account-of-the-settings");
    }

    @ParameterizedTest
    @CsvSource({"vera, POST, /api/connections/northwind-connectwise/sync, 403", "vera, POST, /api/connections/northwind-connectwise/check, 403",
        "vera, POST, /api/connections/northwind-connectwise/projects/95010/psa-project, 403", "vera, POST, /api/replays, 403",
        "vera, POST, /api/replays/preview, 403", "vera, DELETE, /api/connections/northwind-connectwise, 403", "vera, GET, /api/log, 200", "vera, GET, /api/log/1/source, 403", "vera, GET, /api/jobs/1/source?step=project, 403", "vera, POST, /api/jobs/1/cancel, 403",
        "olga, POST, /api/connections/northwind-connectwise/disable, 403", "olga, PUT, /api/connections/northwind-connectwise, 403",
        "olga, DELETE, /api/connections/northwind-connectwise, 403", "olga, POST, /api/connections, 403", "olga, GET, /api/audit, 200", "olga, GET, /api/log/999999999/source, 404", "olga, GET, /api/jobs/999999999/source?step=project, 404", "olga, POST, /api/jobs/999999999/cancel, 400"})
    void theHubRefusesWhatThePageGreys(String user, String method, String path, int status) throws Exception {
        WebClient client = new WebClient(URI.create(story.hub.url()).getPort());
        client.login(user, TestHub.PASSWORD);
        client.get("/api/me");

        assertThat(client.send(method, path, method.equals("GET") ? null : "{}", "X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").getValue()).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"/scopebridge/apps, Connect ConnectWise, Connect ConnectWise", "/scopebridge/projects/northwind-connectwise/95010, Resubmit, Create PSA project",
        "/scopebridge/log, Replays, What was replayed", "/scopebridge/projects#connection=northwind-connectwise, 95010, 'Small project, approved'"})
    void whatAPageIsForIsReachedByTabAndPressedByEnter(String path, String text, String then) {
        story.logIn("admin");
        browser.open(path);
        browser.seen(By.xpath("//main//*[self::a or self::button][normalize-space()='" + text + "']"));
        for (int keys = 0; keys < 80 && !focused().getText().trim().equals(text); keys++) new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
        assertThat(focused().getText().trim()).isEqualTo(text);
        focused().sendKeys(Keys.ENTER);
        browser.await().until(all -> browser.driver().findElements(By.xpath("//main//section[1]")).stream().anyMatch(head -> head.getText().contains(then)));
    }

    @Test
    void aFailureIsReplayedByKeysAlone() {
        story.logIn("admin");
        browser.load(entry);
        WebElement replay = button("Replay");
        for (int keys = 0; keys < 80 && !focused().equals(replay); keys++) new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
        focused().sendKeys(Keys.ENTER);
        WebElement reason = browser.field("Reason");
        for (int keys = 0; keys < 10 && !focused().equals(reason); keys++) new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
        focused().sendKeys("By keys");
        new Actions(browser.driver()).sendKeys(Keys.ESCAPE).perform();
        browser.await().until(closed -> browser.driver().findElements(By.cssSelector("[role=dialog]")).isEmpty());
        assertThat(focused()).as("the focus is back where it was").isEqualTo(replay);
    }

    private WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private void greyed(String path, String... buttons) {
        browser.open(path);
        for (String text : buttons) browser.await().withMessage(path + ": " + text + " is greyed").until(known -> !canBePressed(text));
    }

    private void pressable(String... buttons) {
        for (String text : List.of(buttons)) browser.await().withMessage(text + " can be pressed").until(known -> canBePressed(text));
    }

    /** A button that says why it may not be pressed stays in reach of the keyboard. */
    private boolean canBePressed(String text) {
        WebElement button = button(text);
        return button.isEnabled() && !"true".equals(button.getDomAttribute("aria-disabled"));
    }

    private WebElement button(String text) {
        return browser.seen(By.xpath("//main//*[self::button or self::a][normalize-space()='" + text + "']"));
    }
}
