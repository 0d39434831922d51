package io.scopebridge.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Replays over HTTP (feature F3). */
@RestController
@RequestMapping("/api/replays")
class ReplayController {

    private static final List<String> STATES = List.of("WAITING", "RUNNING", "SUCCEEDED", "FAILED", "SKIPPED", "CANCELLED");

    /** @param next pass it as {@code after}; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(List<Replay> replays, Long next) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(List<Replay.Item> items, Long next) {
    }

    record Word(String reason) {
    }

    private final Replays replays;
    private final ReplayRows rows;
    private final ReplayRuns runs;

    ReplayController(Replays replays, ReplayRows rows, ReplayRuns runs) {
        this.replays = replays;
        this.rows = rows;
        this.runs = runs;
    }

    /** The preview: entries, jobs, and what cannot be replayed and why. */
    @PostMapping("/preview")
    ReplayPreview preview(@RequestBody ReplayRequest request) {
        return replays.preview(request);
    }

    /** Starts it (202); with {@code dryRun} the same as the preview (200). */
    @PostMapping
    ResponseEntity<Object> begin(@RequestBody ReplayRequest request, Principal asking) {
        if (request.isDryRun()) return ResponseEntity.ok(replays.preview(request));
        long id = replays.begin(request, asking.getName());
        runs.advanceOne(id);
        return ResponseEntity.accepted().location(URI.create("/api/replays/" + id)).body(replays.get(id));
    }

    @GetMapping
    Listed list(HttpServletRequest request, @RequestParam(defaultValue = "50") String limit, @RequestParam(required = false) Long after) {
        Paging.only(request, List.of("limit", "after"));
        int most = Paging.limit(limit);
        List<Replay> found = rows.list(after, most + 1);
        List<Replay> shown = found.subList(0, Math.min(most, found.size()));
        return new Listed(shown, found.size() > most ? shown.get(most - 1).id() : null);
    }

    @GetMapping("/{id}")
    Replay show(@PathVariable long id) {
        return replays.get(id);
    }

    /** Its jobs in starting order, with their results. */
    @GetMapping("/{id}/items")
    Items items(HttpServletRequest request, @PathVariable long id, @RequestParam(required = false) String state,
                @RequestParam(defaultValue = "50") String limit, @RequestParam(required = false) Long after) {
        Paging.only(request, List.of("state", "limit", "after"));
        if (state != null && !STATES.contains(state)) throw new InvalidInput("state", "must be one of " + String.join(", ", STATES));
        replays.get(id);
        int most = Paging.limit(limit);
        List<Replay.Item> found = rows.items(id, state, after, most + 1);
        List<Replay.Item> shown = found.subList(0, Math.min(most, found.size()));
        return new Items(shown, found.size() > most ? shown.get(most - 1).id() : null);
    }

    @PostMapping("/{id}/pause")
    Replay pause(@PathVariable long id, @RequestBody(required = false) Word word, Principal asking) {
        replays.pause(id, said("Paused", asking, word));
        return replays.get(id);
    }

    @PostMapping("/{id}/resume")
    Replay resume(@PathVariable long id, @RequestBody(required = false) Word word) {
        replays.resume(id);
        runs.advanceOne(id);
        return replays.get(id);
    }

    @PostMapping("/{id}/cancel")
    Replay cancel(@PathVariable long id, @RequestBody(required = false) Word word, Principal asking) {
        replays.cancel(id, said("Cancelled", asking, word));
        return replays.get(id);
    }

    private static String said(String what, Principal asking, Word word) {
        String reason = word == null || word.reason() == null || word.reason().isBlank() ? "." : ": " + word.reason().strip();
        return what + " by " + asking.getName() + DatabaseText.of(reason, 1_000);
    }
}
