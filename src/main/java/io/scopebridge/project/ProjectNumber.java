package io.scopebridge.project;

import io.scopebridge.web.InvalidInput;

/** The number of a ScopeStack project, and the subject of all that is done for it. */
final class ProjectNumber {

    private ProjectNumber() {
    }

    /** @throws InvalidInput when it is none */
    static String checked(String project) {
        return checked("project", project);
    }

    static String checked(String field, String project) {
        if (!project.matches("[0-9]{1,18}")) throw new InvalidInput(field, "must be the id of a ScopeStack project, such as 90001");
        return project;
    }

    static String subject(String project) {
        return "project:" + project;
    }

    /** The link with an opportunity is its own subject, so that it does not wait for a push. */
    static String linkSubject(String project) {
        return "link:" + project;
    }
}
