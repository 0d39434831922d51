package io.scopebridge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Headless Chromium in front of a console, with the eyes and hands of a person. With -Dscopebridge.pictures=true, pictures of the pages go to target/screenshots. */
public final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    /** Most of what a browser test computes is the drawing of pictures that nobody looks at. */
    private static final boolean PICTURES = Boolean.getBoolean("scopebridge.pictures");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** With -Dscopebridge.slow-browser=6 pages compute at a sixth of the speed and each request takes 300 ms more: finds tests that do not wait for what they read. */
    private static final int SLOWED = Integer.getInteger("scopebridge.slow-browser", 1);

    private final ChromeDriver driver;
    private String hub = "";

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test where there is no Chromium; fails it instead when the system property {@code scopebridge.no-skips} is true. */
    public static Browser start(Path profile) {
        File chromium = new File(System.getProperty("scopebridge.chromium", "/usr/bin/chromium"));
        File chromedriver = new File(System.getProperty("scopebridge.chromedriver", "/usr/bin/chromedriver"));
        if (!Boolean.getBoolean("scopebridge.no-skips")) {
            assumeTrue(chromium.canExecute() && chromedriver.canExecute(), "There is no Chromium at " + chromium + " or no driver at " + chromedriver);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.setAcceptInsecureCerts(true);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--force-prefers-reduced-motion", "--disable-component-update", "--disable-sync", "--user-data-dir=" + profile);
        Browser browser = new Browser(new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(chromedriver).usingAnyFreePort().build(), options));
        if (SLOWED > 1) browser.slowDown();
        return browser;
    }

    private void slowDown() {
        driver.executeCdpCommand("Emulation.setCPUThrottlingRate", Map.of("rate", SLOWED));
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.emulateNetworkConditions", Map.of("offline", false, "latency", 300, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** A new visitor of the hub at this address: no session, light, 1280 pixels wide. */
    public Browser visit(String address) {
        hub = address;
        size(1280);
        driver.get(hub + "/login");
        driver.manage().deleteAllCookies();
        driver.executeScript("sessionStorage.clear(); localStorage.clear()");
        scheme("light");
        driver.get(hub + "/login");
        driver.manage().logs().get("browser");
        return this;
    }

    public void logIn(String user, String password) {
        seen(By.id("username")).sendKeys(user);
        driver.findElement(By.id("password")).sendKeys(password);
        driver.findElement(By.cssSelector("button[type=submit]")).click();
    }

    /**
     * Goes to a page of the console by its path, such as {@code /scopebridge/log/17}, as a link in the console does; loads it where no console is.
     * Returns when the page before is no longer drawn, so that nothing of it is taken for the new one.
     */
    public void open(String path) {
        boolean there = (Boolean) driver.executeScript("""
            if (!location.pathname.startsWith('/actuator/hawtio') || !document.querySelector('nav a')) return false
            history.pushState(null, '', '/actuator/hawtio' + arguments[0])
            dispatchEvent(new PopStateEvent('popstate', { state: null }))
            return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))""", path);
        if (!there) load(path);
    }

    /** Loads a page of the console by its address, as a link in an e-mail does. */
    public void load(String path) {
        driver.get(hub + "/actuator/hawtio" + path);
    }

    /** The entry of the console's menu. */
    public WebElement menu(String name) {
        return seen(By.xpath("//nav//a[normalize-space()='" + name + "']"));
    }

    /** Clicks the first button, link or tab of the page with exactly this text. */
    public void press(String text) {
        By what = By.xpath("//*[self::main or @role='dialog']//*[self::button or self::a][normalize-space()=" + quoted(text) + " or @aria-label=" + quoted(text) + "]");
        await().ignoring(StaleElementReferenceException.class, ElementClickInterceptedException.class)
            .until(there -> {
                WebElement button = driver.findElements(what).stream().filter(one -> one.isDisplayed() && one.isEnabled() && !"true".equals(one.getDomAttribute("aria-disabled"))).reduce((first, last) -> last).orElseThrow(
                    () -> new NoSuchElementException("no button " + text));
                inSight(button).click();
                return true;
            });
    }

    /** Types into the field of this label in place of what it holds. */
    public void type(String label, String text) {
        WebElement field = field(label);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
    }

    /** Types into the field of a form by its id, for titles that several groups have. */
    public void fill(String path, String text) {
        WebElement field = seen(By.id("field-" + path));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
    }

    /** Turns a switch, whose input lies hidden under what a person clicks. */
    public void flip(String label) {
        inSight(driver.findElement(By.xpath("//main//label[.//input[@role='switch'] and normalize-space()=" + quoted(label) + "]"))).click();
    }

    /** Out from under the title of a form, as a person scrolls. */
    private WebElement inSight(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({ block: 'nearest' })", element);
        return element;
    }

    /** Picks an entry of a select by its text, or by the beginning of it where no text is just that; waits for it. */
    public void choose(String label, String entry) {
        await().ignoring(StaleElementReferenceException.class).withMessage(() -> label + " offers " + entry).until(offered -> {
            Select select = new Select(field(label));
            List<String> texts = select.getOptions().stream().map(WebElement::getText).toList();
            String text = texts.contains(entry) ? entry : texts.stream().filter(one -> one.startsWith(entry)).findFirst().orElse(null);
            if (text != null) select.selectByVisibleText(text);
            return text != null;
        });
    }

    /** For entries whose text changes, as it counts what there is. */
    public void chooseValue(String label, String value) {
        new Select(field(label)).selectByValue(value);
    }

    /** The input that a label or an aria-label names. */
    public WebElement field(String label) {
        return seen(By.xpath("//*[(self::input or self::select or self::textarea) and (@aria-label=" + quoted(label)
            + " or @id=//label[starts-with(normalize-space(), " + quoted(label) + ")]/@for)]"));
    }

    /** Waits until the page shows the text. */
    public void sees(String text) {
        await().withMessage(() -> "'" + text + "' is on the page, which shows: " + text()).until(all -> text().contains(text));
    }

    /** What a person reads on the page, dialogs and notices included. */
    public String text() {
        return (String) driver.executeScript("return document.body.innerText");
    }

    /** Waits until the page no longer shows the text. */
    public void seesNoMore(String text) {
        await().withMessage(() -> "'" + text + "' is gone from the page, which shows: " + text()).until(all -> !text().contains(text));
    }

    /** Waits for a row of a table in which both texts stand; all of its text. */
    public String row(String text, String other) {
        return seen(By.xpath("//main//tbody/tr[contains(normalize-space(), " + quoted(text) + ") and contains(normalize-space(), " + quoted(other) + ")]")).getText();
    }

    public WebElement seen(By what) {
        return await().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** A page may be drawn again while it is read: what has just gone is looked for once more. */
    public FluentWait<WebDriver> await() {
        return new WebDriverWait(driver, PATIENCE).ignoring(StaleElementReferenceException.class);
    }

    public ChromeDriver driver() {
        return driver;
    }

    public void size(int width) {
        driver.manage().window().setSize(new Dimension(width, 900));
    }

    /** light or dark */
    public void scheme(String scheme) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    public void picture(String name) {
        if (!PICTURES) return;
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page fits both widths and has no barriers that axe finds; pictures light and dark. */
    public void pictures(String name) {
        fits(name);
        Accessibility.check(driver, name);
    }

    private void fits(String name) {
        for (String scheme : PICTURES ? List.of("light", "dark") : List.of("light")) {
            scheme(scheme);
            for (int width : new int[] {1280, 1920}) {
                size(width);
                driver.executeScript("document.getAnimations().forEach(one => one.effect.getComputedTiming().iterations < 10 && one.finish())");
                assertThat((Boolean) driver.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(name + " fits " + width + " pixels").isTrue();
                assertThat((String) driver.executeScript("""
                    return [...document.querySelectorAll('main th')].filter(one => one.innerText.trim() && one.scrollWidth > one.clientWidth + 1).map(one => one.innerText).join()"""))
                    .as("headings that are cut on " + name + " at " + width + " pixels").isEmpty();
                picture(name + "-" + scheme + "-" + width);
            }
        }
        scheme("light");
        size(1280);
    }

    /** Colours of the dark scheme; the page has been looked at in the light one. */
    public void darkIsAccessible(String name) {
        scheme("dark");
        Accessibility.check(driver, name + ", dark");
        scheme("light");
    }

    /** As a phone shows it: 390 pixels wide, and nothing is cut. */
    public void phonePicture(String name) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        // A phone begins with the menu folded.
        unfold(false);
        picture(name + "-390");
        Object wide = driver.executeScript("""
            const main = document.querySelector('main')
            return [document.documentElement, main, document.querySelector('header .pf-v6-c-menu-toggle__text')].filter(one => one && one.scrollWidth > one.clientWidth + 1).map(one => one.tagName + ' ' + one.scrollWidth + ' > ' + one.clientWidth).join()""");
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        unfold(true);
        assertThat((String) wide).as(name + " fits a phone").isEmpty();
    }

    /** The menu; the console folds and unfolds it itself some time after the width has changed, so its state has to last. */
    private void unfold(boolean open) {
        boolean[] before = {false};
        await().ignoring(ElementClickInterceptedException.class).until(all -> {
            List<WebElement> toggle = driver.findElements(By.id("vertical-nav-toggle"));
            boolean isSo = toggle.isEmpty() || String.valueOf(open).equals(toggle.get(0).getDomAttribute("aria-expanded"));
            if (!isSo) toggle.get(0).click();
            boolean lasts = isSo && before[0];
            before[0] = isSo;
            return lasts;
        });
    }

    /** Files that links offer are kept in the folder, unasked. */
    public void keepDownloads(Path folder) {
        driver.executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
    }

    public void noScriptFailed() {
        assertThat(driver.manage().logs().get("browser").getAll()).extracting(Object::toString)
            .filteredOn(line -> line.contains("Uncaught") || line.contains("could not be loaded")).isEmpty();
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String quoted(String text) {
        return text.contains("'") ? "\"" + text + "\"" : "'" + text + "'";
    }
}
