package io.scopebridge.practice.scopestack;

import java.util.Map;
import java.util.Set;

/** Where the reference leaves open what the real system does, or a proxy in front of it changes it, a test can ask for either. */
class Readings {

    volatile int largestPage = Question.LARGEST_PAGE;
    volatile boolean counts = true;
    volatile boolean nextLinks = true;
    volatile boolean includeIgnored;
    volatile Set<String> includesRefused = Set.of();
    volatile Set<String> filtersRefused = Set.of();
    volatile Set<String> notIncluded = Set.of();
    /** The slugs of accounts that were renamed, by the former ones. */
    volatile Map<String, String> renamed = Map.of();
    /** What a call under a former slug is answered with. */
    volatile int formerSlug = 404;
}
