package io.scopebridge.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The pages of the manual, rendered from the files in the jar when the first is asked for. */
@Component
class Manual {

    static final String START = "index";
    private static final String FOLDER = "manual/";
    private static final Pattern LINK_OF_README = Pattern.compile("\\[docs/[a-z-]+\\.md]\\((docs/[a-z-]+\\.md)\\)");

    private final ResourcePatternResolver resources;
    private volatile Map<String, ManualPage> pages;

    Manual(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    Optional<ManualPage> find(String path) {
        return Optional.ofNullable(pages().get(path));
    }

    /** The pages of the menu, in the order in which the first page names them. */
    List<ManualPage> menu() {
        return pages().values().stream().filter(page -> !page.path().startsWith("decisions/") || page.path().endsWith(START)).toList();
    }

    /** By path. */
    Map<String, ManualPage> pages() {
        if (pages == null) pages = render(files());
        return pages;
    }

    private static Map<String, ManualPage> render(Map<String, String> files) {
        ManualPaths paths = new ManualPaths(files.keySet());
        Map<String, ManualPage> byFile = new TreeMap<>();
        files.forEach((file, text) -> byFile.put(file, MarkdownFile.read(file, text, paths)));
        Map<String, ManualPage> ordered = new LinkedHashMap<>();
        String start = files.getOrDefault("README.md", "");
        List<String> named = LINK_OF_README.matcher(start).results().map(link -> link.group(1)).collect(Collectors.toList());
        named.add(0, "README.md");
        named.addAll(byFile.keySet());
        named.stream().map(byFile::get).filter(page -> page != null).forEach(page -> ordered.putIfAbsent(page.path(), page));
        return ordered;
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Resource file : resources.getResources("classpath:" + FOLDER + "**/*.md")) {
                String name = file.getURL().getPath().replaceFirst("^.*/" + FOLDER, "");
                files.put(name, file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The manual in the jar cannot be read", e);
        }
        return files;
    }
}
