package io.scopebridge.practice.scopestack;

import java.util.Set;

/** Where the reference leaves open what the real system does, or a proxy in front of it changes it, a test can ask for either. */
class Readings {

    volatile int largestPage = Question.LARGEST_PAGE;
    volatile boolean counts = true;
    volatile boolean nextLinks = true;
    volatile boolean includeIgnored;
    volatile Set<String> notIncluded = Set.of();
}
