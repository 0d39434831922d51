package io.scopebridge.manual;

import java.util.List;

/**
 * A page of the manual.
 *
 * @param path     below {@code /manual/}, such as {@code console} or {@code decisions/jobs}
 * @param html     the rendered text, from its title on
 * @param sections its headings of the second level
 */
record ManualPage(String path, String title, String html, List<Section> sections) {

    record Section(String id, String title) {
    }

    /** From this page to the folder of the manual: links work below any prefix of a proxy. */
    String toRoot() {
        return "../".repeat((int) path.chars().filter(letter -> letter == '/').count());
    }
}
