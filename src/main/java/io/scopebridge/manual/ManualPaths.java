package io.scopebridge.manual;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where the files of the manual are served. */
final class ManualPaths {

    private static final String DOCS = "docs/";
    private static final String SUFFIX = ".md";

    /** Relative to the folder of the project. */
    private final Set<String> files;

    ManualPaths(Set<String> files) {
        this.files = files;
    }

    /** {@code docs/console.md} is {@code console}, and each {@code README.md} is the {@code index} of its folder. */
    static String of(String file) {
        String path = file.startsWith(DOCS) ? file.substring(DOCS.length()) : file.toLowerCase(Locale.ROOT);
        return path.substring(0, path.length() - SUFFIX.length()).replaceFirst("(?i)(^|/)readme$", "$1index");
    }

    /** The address of a link that a file contains; null if it leads to something that is not served. */
    String link(String file, String destination) {
        if (destination.matches("https?://.*") || destination.startsWith("#")) return destination;
        String[] parts = destination.split("#", 2);
        String target = URI.create(file).resolve(parts[0]).normalize().toString();
        if (!files.contains(target)) return null;
        String root = of(file).contains("/") ? "../" : "";
        return root + of(target) + (parts.length == 1 ? "" : "#" + parts[1]);
    }
}
