package io.scopebridge.project;

import io.scopebridge.plan.archive.PlanArchive;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The plans of one project: that of the PSA project, and related ones, such as its revenue. */
@Component
class ProjectPlans {

    private final PlanArchive archive;

    ProjectPlans(PlanArchive archive) {
        this.archive = archive;
    }

    /** The subjects of the plans, that of the PSA project first, even if it never ran. */
    List<String> of(String connectionId, String subject) {
        return Stream.concat(Stream.of(subject), related(connectionId, subject).stream()).toList();
    }

    List<String> related(String connectionId, String subject) {
        return archive.subjects(connectionId, subject).stream().filter(other -> !other.equals(subject)).toList();
    }
}
