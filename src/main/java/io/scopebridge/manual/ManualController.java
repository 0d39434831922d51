package io.scopebridge.manual;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/** The manual of this version of the hub, for whoever is logged in. */
@Controller
class ManualController {

    private final Manual manual;
    private final String template = new ClassPathResource("templates/manual.html").getContentAsString(StandardCharsets.UTF_8);

    ManualController(Manual manual) throws IOException {
        this.manual = manual;
    }

    @GetMapping({"/manual", "/manual/"})
    String start() {
        return "redirect:/manual/" + Manual.START;
    }

    @GetMapping("/manual/{page:[a-z0-9-]+}")
    ResponseEntity<String> page(@PathVariable String page) {
        return manual.find(page).map(this::found).orElseGet(() -> missing(page));
    }

    @GetMapping("/manual/decisions/{page:[a-z0-9-]+}")
    ResponseEntity<String> decision(@PathVariable String page) {
        return page("decisions/" + page);
    }

    private ResponseEntity<String> found(ManualPage page) {
        return html(HttpStatus.OK, page);
    }

    private ResponseEntity<String> missing(String path) {
        return html(HttpStatus.NOT_FOUND, new ManualPage(path, "There is no such page", "<h1>There is no such page</h1><p>Choose one of the pages of the manual.</p>", List.of()));
    }

    private ResponseEntity<String> html(HttpStatus status, ManualPage page) {
        return ResponseEntity.status(status).contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
            .body(template.replace("$title", escaped(page.title())).replace("$root", page.toRoot()).replace("$menu", menu(page)).replace("$content", page.html()));
    }

    private String menu(ManualPage current) {
        return manual.menu().stream().map(page -> item(page, current)).collect(Collectors.joining("\n"));
    }

    private static String item(ManualPage page, ManualPage current) {
        boolean isCurrent = page.path().equals(current.path());
        String link = "<a href=\"" + current.toRoot() + page.path() + "\"" + (isCurrent ? " aria-current=\"page\"" : "") + ">" + escaped(page.title()) + "</a>";
        return "<li>" + link + (isCurrent ? sections(page) : "") + "</li>";
    }

    private static String sections(ManualPage page) {
        if (page.sections().isEmpty()) return "";
        return page.sections().stream().map(section -> "<li><a href=\"#" + section.id() + "\">" + escaped(section.title()) + "</a></li>").collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
