package io.scopebridge.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.scopebridge.connection.ConnectionView;
import io.scopebridge.connection.Connections;
import io.scopebridge.identity.ScopeStackAccounts;
import io.scopebridge.job.JobView;
import io.scopebridge.job.JobViews;
import io.scopebridge.plan.journal.CallHistory;
import io.scopebridge.plan.journal.PastCall;
import io.scopebridge.plan.view.PlanStatus;
import io.scopebridge.plan.view.PlanStatuses;
import io.scopebridge.web.CsvFile;
import io.scopebridge.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The projects of a connection, and the details of one. */
@RestController
@RequestMapping("/api/connections/{id}/projects")
class ProjectPages {

    private static final int MOST_JOBS = 50;
    static final String[] COLUMNS = {"id", "name", "client", "status", "state", "stale", "opportunity", "approvedAt", "changedAt"};
    private static final Set<String> FILTERS = Set.of("status", "state", "search", "after", "limit");
    static final Set<String> OF_EXPORT = Set.of("status", "state", "search");
    private static final Set<String> OF_CALLS = Set.of("step", "after", "limit");

    /** @param next pass it as {@code after} to get the next page; absent on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ProjectSummary> projects, String next) {
    }

    /** @param next as in {@link Page} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Calls(List<PastCall> calls, Long next) {
    }

    /**
     * @param scopeStackLink its page in ScopeStack; absent until the account is known
     * @param gates  what may be done with it; absent while it was never seen
     * @param related related plans by subject, such as {@code revenue:90001}
     * @param jobs   for it and its opportunity link, newest first, at most 50
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(@JsonUnwrapped ProjectSummary project, @JsonUnwrapped PlanStatus psa, String scopeStackLink, ProjectGates.Gates gates, Map<String, PlanStatus> related, List<JobView> jobs) {
    }

    private final Connections connections;
    private final ProjectList projects;
    private final JobViews jobs;
    private final PlanStatuses statuses;
    private final ProjectPlans plans;
    private final ProjectGates gates;
    private final CallHistory calls;
    private final ScopeStackAccounts accounts;

    ProjectPages(Connections connections, ProjectList projects, JobViews jobs, PlanStatuses statuses, ProjectPlans plans, ProjectGates gates, CallHistory calls,
                 ScopeStackAccounts accounts) {
        this.accounts = accounts;
        this.connections = connections;
        this.projects = projects;
        this.jobs = jobs;
        this.statuses = statuses;
        this.plans = plans;
        this.gates = gates;
        this.calls = calls;
    }

    @GetMapping
    Page list(@PathVariable String id, @RequestParam Map<String, String> all, @RequestParam(required = false) String status,
              @RequestParam(required = false) PsaState state, @RequestParam(required = false) String search,
              @RequestParam(required = false) String after, @RequestParam(defaultValue = "50") String limit) {
        Paging.only(all.keySet(), FILTERS);
        int most = Paging.limit(limit);
        if (after != null) ProjectNumber.checked("after", after);
        List<ProjectSummary> found = projects.page(connections.view(id).id(), status, state, search, after, most + 1);
        return found.size() > most ? new Page(found.subList(0, most), found.get(most - 1).id()) : new Page(found, null);
    }

    /** All that match as CSV; streamed. {@code status}, {@code state} and {@code search} as in the list. */
    @GetMapping("/export")
    void export(@PathVariable String id, @RequestParam Map<String, String> all, @RequestParam(required = false) String status,
                @RequestParam(required = false) PsaState state, @RequestParam(required = false) String search, HttpServletResponse response) throws IOException {
        Paging.only(all.keySet(), OF_EXPORT);
        String connection = connections.view(id).id();
        CsvFile file = new CsvFile(response, "projects", COLUMNS);
        projects.each(connection, status, state, search, row -> file.row(cells(row)));
        file.end();
    }

    static Object[] cells(ProjectSummary row) {
        return new Object[] {row.id(), row.name(), row.client(), row.status(), row.state(), row.stale(), row.opportunity(), row.approvedAt(), row.changedAt()};
    }

    @GetMapping("/{project}")
    Whole show(@PathVariable String id, @PathVariable String project) {
        ConnectionView view = connections.view(id);
        String connection = view.id();
        String subject = ProjectNumber.subject(ProjectNumber.checked(project));
        List<JobView> all = jobs.ofSubjects(connection, List.of(subject, ProjectNumber.linkSubject(project)), MOST_JOBS);
        PlanStatus psa = statuses.of(connection, subject);
        ProjectSummary seen = projects.find(connection, project).orElse(null);
        if (seen == null && all.isEmpty() && psa.steps().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Project " + project + " has not been read from ScopeStack yet, and there are no jobs for it."
                + " POST /api/connections/" + id + "/sync reads it now.");
        }
        Map<String, PlanStatus> related = new LinkedHashMap<>();
        plans.related(connection, subject).forEach(other -> related.put(other, statuses.of(connection, other)));
        return new Whole(seen == null ? ProjectSummary.unseen(project) : seen, psa, scopeStackLink(view, project), seen == null ? null : gates.of(seen), related, all);
    }

    private String scopeStackLink(ConnectionView connection, String project) {
        return accounts.slug(connection).map(slug -> connection.setting("scopestack.webUrl").replaceAll("/+$", "") + "/" + slug + "/projects/" + project).orElse(null);
    }

    /** Every call that was made for a step, oldest first. */
    @GetMapping("/{project}/calls")
    Calls calls(@PathVariable String id, @PathVariable String project, @RequestParam Map<String, String> all,
                @RequestParam(required = false) String step, @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") String limit) {
        Paging.only(all.keySet(), OF_CALLS);
        int most = Paging.limit(limit);
        String subject = ProjectNumber.subject(ProjectNumber.checked(project));
        List<PastCall> found = calls.of(id, plans.of(connections.view(id).id(), subject), step, after, most + 1);
        return found.size() > most ? new Calls(found.subList(0, most), found.get(most - 1).id()) : new Calls(found, null);
    }
}
