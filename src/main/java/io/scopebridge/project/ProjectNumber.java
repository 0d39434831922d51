package io.scopebridge.project;

import io.scopebridge.web.InvalidInput;

/** The id of a ScopeStack project, and the subjects of its jobs. */
final class ProjectNumber {

    private ProjectNumber() {
    }

    /** @throws InvalidInput if it is not a valid id */
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

    /** The link to an opportunity is its own subject, so that it does not wait for a push. */
    static String linkSubject(String project) {
        return "link:" + project;
    }
}
