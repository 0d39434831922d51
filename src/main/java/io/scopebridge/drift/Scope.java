package io.scopebridge.drift;

import io.scopebridge.plan.view.MadeRecord;
import java.util.List;

/**
 * What is checked together: the records of a project, of all its plans, or of another subject.
 *
 * @param name project:7, or a subject that is of no project
 */
record Scope(String name, List<MadeRecord> records) {

    private static final String PROJECT = "project:";

    /** Plans of a project are named after it, such as revenue:7. */
    static String of(String subject) {
        int colon = subject.indexOf(':');
        return colon < 0 ? subject : PROJECT + subject.substring(colon + 1);
    }

    static String ofProject(String project) {
        return PROJECT + project;
    }

    /** Null if it is of no project. */
    static String project(String name) {
        return name.startsWith(PROJECT) ? name.substring(PROJECT.length()) : null;
    }
}
