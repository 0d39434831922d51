package io.scopebridge.console;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsBrowser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Texts that other systems send are texts: every page shows them as they are, and nothing of them runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsBrowser
class HostileTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FIRST_OPPORTUNITY = 900001;
    private static final long FIRST_PROJECT = 95101;
    private static final long PUSHED = 95010;

    /** Runs before anything of a page; what a text manages to call stays known after the page is gone. */
    private static final String TRAP = """
        for (const name of ['ran', 'alert', 'confirm', 'prompt']) window[name] = what => sessionStorage.setItem('hostile', name + ' ' + what)""";
    private static final String INTRUDERS = """
        const alive = [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(attribute => /^on/i.test(attribute.name)
          || /^(href|src|action|formaction|data|xlink:href)$/i.test(attribute.name) && /^\\s*(javascript|vbscript|data:text)/i.test(attribute.value)))
        return [sessionStorage.getItem('hostile'), ...alive.map(one => one.outerHTML),
          ...[...document.querySelectorAll('main script, main iframe, main object, main embed, main base, main meta, main style')].map(one => one.outerHTML)].filter(Boolean)""";

    private List<String> texts;
    private Story story;
    private Browser browser;

    @BeforeAll
    void systemsFullOfHostileTexts(@TempDir Path folder) throws IOException {
        texts = List.of(JSON.readValue(getClass().getResource("/hostile-texts.json"), String[].class));
        assertThat(texts).hasSize(200).doesNotHaveDuplicates();
        story = Story.begin(folder);
        browser = story.browser;
        browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", TRAP));
        copies("opportunities", 1050, FIRST_OPPORTUNITY, (copy, text) -> copy.put("name", text));
        copies("projects", 95044, FIRST_PROJECT, (copy, text) -> ((ObjectNode) copy.get("attributes")).put("project-name", text));
        for (int i = 0; i < 40; i++) story.hub.scopeStack.addService(PUSHED, null, texts.get(i * 5), 1.0);
        Map<String, Object> connection = story.hub.connection("connectwise");
        connection.put("name", "<img src=x onerror=ran('name')>");
        story.hub.put(CONNECTWISE, connection);
        story.hub.sync(CONNECTWISE);
    }

    private interface Change {
        void make(ObjectNode copy, String text);
    }

    private void copies(String type, long original, long first, Change change) {
        var records = type.equals("projects") ? story.hub.scopeStack.records() : story.hub.connectWise.records();
        for (int i = 0; i < texts.size(); i++) {
            ObjectNode copy = records.find(type, original).orElseThrow().deepCopy();
            copy.put("id", first + i);
            change.make(copy, texts.get(i));
            records.put(type, first + i, copy);
        }
    }

    @AfterAll
    void close() {
        if (story != null) story.close();
    }

    @BeforeEach
    void logIn() {
        story.logIn("admin");
    }

    @Test
    void namesOfOpportunitiesAndProjects() {
        shown("/scopebridge/opportunities", "Opportunities", texts);
        shown("/scopebridge/projects", "Projects", texts);
        for (String page : List.of("/scopebridge/overview", "/scopebridge/apps", "/scopebridge/apps/" + CONNECTWISE)) {
            browser.open(page);
            browser.sees("<img src=x onerror=ran('name')>");
            nothingRan(page);
        }
        for (int i = 0; i < texts.size(); i += 50) {
            browser.open("/scopebridge/projects/" + CONNECTWISE + "/" + (FIRST_PROJECT + i));
            String text = texts.get(i);
            browser.await().until(there -> cells("h1").stream().anyMatch(title -> title.contains(shortened(text))));
            nothingRan("project " + text);
        }
    }

    @Test
    void stepsOfAPushAndWhatThePsaSaysOfThem() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) names.add(texts.get(i * 5));
        String said = String.join(" ", texts.subList(150, 190));
        ObjectNode refusal = JSON.createObjectNode().put("code", "InvalidObject").put("message", said);
        refusal.putArray("errors").addObject().put("code", "InvalidField").put("message", said).put("resource", "ticket").put("field", texts.get(3));
        story.hub.connectWise.faults().status("POST", "/project/tickets$", 400, refusal.toString(), 3);
        browser.open("/scopebridge/projects/" + CONNECTWISE + "/" + PUSHED + "/create");
        browser.choose("Project board", "Projects");
        browser.press("Preview");
        browser.seen(By.cssSelector("table[aria-label=Preview]"));
        contains("td", names, "preview");
        browser.press("Submit");
        browser.seen(By.xpath("//button[@id='all-In the PSA']")).click();
        contains("td", names, "project");
        browser.seen(By.xpath("//main//tr[contains(., 'Rejected')]//button[normalize-space()='Calls']")).click();
        browser.sees("InvalidObject");
        nothingRan("calls");
        browser.open("/scopebridge/log");
        browser.seen(By.partialLinkText("ConnectWise rejects"));
        nothingRan("causes");
        browser.open("/scopebridge/log#view=entries");
        browser.seen(By.cssSelector("table[aria-label='Log entries']"));
        browser.seen(By.partialLinkText("ConnectWise rejects")).click();
        browser.sees("POST /project/tickets");
        nothingRan("entry of a refused ticket");
    }

    @Test
    void causesAndPayloadsOfTheLog() throws IOException {
        List<Long> ids = new ArrayList<>();
        for (String text : texts) ids.add(write(text));
        shown("/scopebridge/log#subject=hostile&view=entries", "Log entries", texts);
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(10));
        @SuppressWarnings("unchecked")
        List<String> missing = (List<String>) browser.driver().executeAsyncScript("""
            const [texts, ids, done] = arguments, missing = []
            const wait = () => new Promise(next => setTimeout(next, 10))
            ;(async () => {
              for (let i = 0; i < ids.length; i++) {
                history.pushState(null, '', '/actuator/hawtio/scopebridge/log/' + ids[i])
                dispatchEvent(new PopStateEvent('popstate', { state: null }))
                const here = () => { const main = document.querySelector('main').textContent.replace(/\\s+/g, ' '); return main.includes('Log entry ' + ids[i]) && main.split(texts[i]).length > 4 }
                for (let turn = 0; turn < 500 && !here(); turn++) await wait()
                if (!here()) missing.push(texts[i])
              }
              done(missing)
            })()""", texts.stream().map(HostileTextTest::shortened).toList(), ids);
        assertThat(missing).as("shown as cause, remedy, request and answer").isEmpty();
        nothingRan("entries");
        browser.load("/scopebridge/log#text=" + URLEncoder.encode(texts.get(0), StandardCharsets.UTF_8));
        browser.await().until(filled -> texts.get(0).equals(browser.field("Text in cause, field, subject or step").getDomProperty("value")));
        nothingRan("search");
        browser.load("/scopebridge/log/%3Cimg%20src=x%20onerror=ran(1)%3E");
        browser.sees("<img src=x onerror=ran(1)>");
        nothingRan("address");
    }

    /** As a failure that holds the text wherever a text can be. */
    private long write(String text) throws IOException {
        String payload = JSON.writeValueAsString(Map.of("name", text, text, "name"));
        story.hub.database().sql("""
                insert into log_entry (connection_id, flow, subject, step, failure_class, cause, remedy, field, searchable, payload, request, response, stack_trace, state, created_at, last_at)
                values (:connection, 'push-project', 'hostile', :short, 'VALIDATION', :text, :text, :short, 'hostile', :payload, :text, :text, :text, 'OPEN', :now, :now)""")
            .param("connection", CONNECTWISE).param("text", text).param("short", text.substring(0, Math.min(90, text.length()))).param("payload", payload).param("now", OffsetDateTime.now().truncatedTo(ChronoUnit.MILLIS))
            .update();
        return story.hub.database().sql("select max(id) from log_entry").query(Long.class).single();
    }

    /** All pages of a list, each text in one of its cells. */
    private void shown(String path, String table, List<String> wanted) {
        By rows = By.cssSelector("main table[aria-label='" + table + "'] tbody td");
        browser.open(path);
        browser.seen(rows);
        List<String> cells = new ArrayList<>();
        for (int page = 1; ; page++) {
            cells.addAll(cells("main tbody td"));
            nothingRan(path);
            List<WebElement> next = browser.driver().findElements(By.xpath("//main//button[normalize-space()='Next' and not(@disabled)]"));
            if (next.isEmpty()) break;
            next.get(0).click();
            browser.sees("Page " + (page + 1));
            browser.seen(rows);
        }
        assertThat(wanted).as(path).allSatisfy(text -> isIn(cells, text));
    }

    private void contains(String cell, List<String> wanted, String page) {
        List<String> cells = cells("main " + cell);
        assertThat(wanted).as(page).allSatisfy(text -> isIn(cells, text));
        nothingRan(page);
    }

    @SuppressWarnings("unchecked")
    private List<String> cells(String selector) {
        return (List<String>) browser.driver().executeScript("return [...document.querySelectorAll(arguments[0])].map(one => one.textContent.replace(/\\s+/g, ' ').trim())", selector);
    }

    private void isIn(List<String> cells, String text) {
        String wanted = shortened(text);
        assertThat(cells).anyMatch(cell -> cell.contains(wanted));
    }

    /** As the pages' text comes: in one line; long ones are cut somewhere. */
    private static String shortened(String text) {
        String line = text.replaceAll("[\\s\\u00a0\\u2028\\u2029\\u3000\\ufeff\\u000b]+", " ").trim();
        return line.substring(0, Math.min(70, line.length()));
    }

    private void nothingRan(String page) {
        assertThat((List<?>) browser.driver().executeScript(INTRUDERS)).as(page).isEmpty();
    }
}
