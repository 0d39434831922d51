package io.scopebridge.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Renders a file of the manual. Raw HTML in it is shown, not interpreted. */
final class MarkdownFile {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

    private MarkdownFile() {
    }

    static ManualPage read(String file, String text, ManualPaths paths) {
        Node document = PARSER.parse(text);
        List<Link> links = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link);
                visitChildren(link);
            }
        });
        links.forEach(link -> lead(link, paths.link(file, link.getDestination())));
        List<ManualPage.Section> sections = new ArrayList<>();
        AtomicReference<String> title = new AtomicReference<>(ManualPaths.of(file));
        String html = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true)
            .attributeProviderFactory(context -> attributes(title, sections)).build().render(document);
        return new ManualPage(ManualPaths.of(file), title.get(), html, sections);
    }

    /** What is not served, such as a source file, stays as text. */
    private static void lead(Link link, String address) {
        if (address != null) {
            link.setDestination(address);
            return;
        }
        while (link.getFirstChild() != null) link.insertBefore(link.getFirstChild());
        link.unlink();
    }

    /** After those of the extensions, so that headings have their ids. */
    private static AttributeProvider attributes(AtomicReference<String> title, List<ManualPage.Section> sections) {
        return (node, tag, attributes) -> {
            if (node instanceof Heading heading) note(heading, attributes, title, sections);
            // A wide example is scrolled with the keyboard as well.
            if (node instanceof FencedCodeBlock && tag.equals("pre")) attributes.put("tabindex", "0");
            if (node instanceof Link link) relate(link, attributes);
        };
    }

    /** All are our own: search engines, for which the renderer marks them, see none. */
    private static void relate(Link link, Map<String, String> attributes) {
        attributes.remove("rel");
        if (link.getDestination().startsWith("http")) attributes.put("rel", "noopener noreferrer");
    }

    private static void note(Heading heading, Map<String, String> attributes, AtomicReference<String> title, List<ManualPage.Section> sections) {
        String text = TEXT.render(heading).strip();
        if (heading.getLevel() == 1) title.set(text);
        if (heading.getLevel() == 2 && attributes.containsKey("id")) sections.add(new ManualPage.Section(attributes.get("id"), text));
    }
}
