package io.scopebridge.project;

import io.scopebridge.connection.Connections;
import io.scopebridge.web.CsvFile;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Projects across all connections. */
@RestController
class ProjectsOfAllController {

    private static final Set<String> PARAMETERS = Set.of("search", "status", "state", "limit");
    private static final List<PsaState> UNFINISHED = List.of(PsaState.RUNNING, PsaState.UNKNOWN_OUTCOMES, PsaState.FAILED, PsaState.CANCELLED);
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    /** @param more whether there are more: narrow the search */
    record Found(List<ProjectsOfAll.Found> projects, boolean more) {
    }

    private final ProjectsOfAll ofAll;
    private final ProjectList projects;
    private final Connections connections;

    ProjectsOfAllController(ProjectsOfAll ofAll, ProjectList projects, Connections connections) {
        this.ofAll = ofAll;
        this.projects = projects;
        this.connections = connections;
    }

    /**
     * Without {@code search} those that run, wait, failed or have a step to decide.
     *
     * @param search part of the name or client, or the whole id; at least two characters
     */
    @GetMapping("/api/projects")
    Found list(@RequestParam Map<String, String> all, @RequestParam(required = false) String search, @RequestParam(required = false) String status,
               @RequestParam(required = false) PsaState state, @RequestParam(defaultValue = "50") String limit) {
        Paging.only(all.keySet(), PARAMETERS);
        int most = Paging.limit(limit);
        String wanted = search == null || search.isBlank() ? null : search.strip();
        if (wanted != null && (wanted.length() < SHORTEST || wanted.length() > LONGEST)) throw new InvalidInput("search", "must have " + SHORTEST + " to " + LONGEST + " characters");
        if (wanted == null && state != null && !UNFINISHED.contains(state)) throw new InvalidInput("state", "must be one of " + UNFINISHED + " unless there is a search");
        List<ProjectsOfAll.Found> found = ofAll.find(wanted, status == null || status.isBlank() ? null : status, state, most + 1);
        return new Found(found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    /** All that match in any connection as CSV, by connection, newest first; streamed. {@code status}, {@code state} and {@code search} as in the list of one. */
    @GetMapping("/api/projects/export")
    void export(@RequestParam Map<String, String> all, @RequestParam(required = false) String status, @RequestParam(required = false) PsaState state,
                @RequestParam(required = false) String search, HttpServletResponse response) throws IOException {
        Paging.only(all.keySet(), ProjectPages.OF_EXPORT);
        List<String> ids = connections.views().stream().map(view -> view.id()).toList();
        CsvFile file = new CsvFile(response, "projects", Stream.concat(Stream.of("connection"), Stream.of(ProjectPages.COLUMNS)).toArray(String[]::new));
        for (String id : ids) {
            projects.each(id, status, state, search, row -> file.row(Stream.concat(Stream.of(id), Stream.of(ProjectPages.cells(row))).toArray()));
        }
        file.end();
    }
}
