package io.scopebridge.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The manual as the hub serves it: whole, with links that lead somewhere, also those of the console. */
@Fast
class ManualTest {

    private static final Path CONSOLE = Path.of("src/main/console/src");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private final Manual manual = new Manual(new PathMatchingResourcePatternResolver());

    @Test
    void everyFileIsAPageWithATitle() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            Set<String> expected = files.map(Path::toString).filter(file -> file.endsWith(".md")).map(ManualPaths::of).collect(Collectors.toCollection(TreeSet::new));
            expected.addAll(List.of("index", "changelog", "contributing"));
            assertThat(manual.pages().keySet()).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(manual.pages().values()).allSatisfy(page -> assertThat(page.html()).startsWith("<h1").contains(">" + page.title().split("[&<'\"]")[0]));
        assertThat(manual.menu()).extracting(ManualPage::path).startsWith("index", "console").contains("decisions/index").doesNotHaveDuplicates().hasSizeLessThan(40);
    }

    @Test
    void everyLinkLeadsToAPageAndAnAnchor() {
        List<String> broken = manual.pages().values().stream().flatMap(page -> LINK.matcher(page.html()).results().map(link -> link.group(1))
            .filter(link -> !link.matches("https?://.*") && !leads(page.path(), link)).map(link -> page.path() + " -> " + link)).toList();

        assertThat(manual.pages().values().stream().mapToLong(page -> LINK.matcher(page.html()).results().count()).sum()).as("found at all").isGreaterThan(300);
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageOfTheConsoleHasHelpThatExists() throws IOException {
        String help = Files.readString(CONSOLE.resolve("ui/help.ts"));
        List<String> parts = Pattern.compile("/, '([^']+)'\\]").matcher(help).results().map(part -> part.group(1)).toList();
        List<String> pages = Pattern.compile("id: '([a-z]+)', title:").matcher(Files.readString(CONSOLE.resolve("pages.ts"))).results().map(page -> page.group(1)).toList();

        assertThat(parts).hasSizeGreaterThan(10).allSatisfy(part -> assertThat(leads("index", part)).as(part).isTrue());
        assertThat(pages).hasSizeGreaterThan(7).allSatisfy(page -> assertThat(help).contains("[/^" + page + "/, "));
        assertThat(leads("index", "console")).as("of any other").isTrue();
    }

    @Test
    void whatIsNotServedIsTextAndHtmlIsShown() {
        ManualPage page = MarkdownFile.read("docs/decisions/x.md", "# A <b>\n\n[code](../../routes/x.yaml) [b](../b.md#c-d) <script>alert(1)</script> [e](javascript:alert)\n\n| a |\n|---|\n| 1 |\n",
            new ManualPaths(Set.of("docs/b.md", "docs/decisions/x.md")));

        assertThat(page.html()).contains("code <a href=\"../b#c-d\">b</a>", "&lt;script&gt;", "<table>").doesNotContain("<script", "javascript:", "<b>");
        assertThat(page.title()).isEqualTo("A <b>");
        assertThat(page.toRoot()).isEqualTo("../");
    }

    private boolean leads(String from, String link) {
        String[] parts = link.split("#", 2);
        String path = parts[0].isEmpty() ? from : Path.of("/" + from).resolveSibling(parts[0]).normalize().toString().substring(1);
        ManualPage page = manual.pages().get(path);
        return page != null && (parts.length == 1 || ID.matcher(page.html()).results().anyMatch(id -> id.group(1).equals(parts[1])));
    }
}
