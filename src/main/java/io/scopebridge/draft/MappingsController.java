package io.scopebridge.draft;

import io.scopebridge.web.ChangeNotes;
import io.scopebridge.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
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

/** Mappings and libraries: what is in use, drafts of it, and their promotion. The id is the file with {@code :} in place of {@code /}. */
@RestController
@RequestMapping("/api/mappings")
class MappingsController {

    /** @param version the version that was edited */
    record Promotion(String text, String version, String reason) {
    }

    /** @param version the version to take back; null: whichever is in use */
    record RollBack(String version, String reason) {
    }

    record Version(String version, String text) {
    }

    private final Catalog catalog;
    private final Versions versions;
    private final KeptInputs inputs;
    private final DraftRuns runs;
    private final Promotions promotions;

    MappingsController(Catalog catalog, Versions versions, KeptInputs inputs, DraftRuns runs, Promotions promotions) {
        this.catalog = catalog;
        this.versions = versions;
        this.inputs = inputs;
        this.runs = runs;
        this.promotions = promotions;
    }

    @GetMapping
    List<MappingView> all() {
        return catalog.all();
    }

    @GetMapping("/{id}")
    MappingText one(@PathVariable String id) {
        return catalog.one(Catalog.file(id));
    }

    /** Newest first. */
    @GetMapping("/{id}/history")
    List<Change> history(HttpServletRequest request, @PathVariable String id, @RequestParam(defaultValue = "50") String limit) {
        Paging.only(request, List.of("limit"));
        return versions.history(known(id), Paging.limit(limit));
    }

    @GetMapping("/{id}/versions/{version}")
    Version version(@PathVariable String id, @PathVariable String version) {
        String file = known(id);
        return new Version(version, versions.text(file, version).orElseThrow(() -> new UnknownMapping("version " + version + " of " + file)));
    }

    /** Newest first: those of the mapping, or of the mappings that use the library. */
    @GetMapping("/{id}/inputs")
    List<KeptInput> inputs(HttpServletRequest request, @PathVariable String id, @RequestParam(required = false) String connection, @RequestParam(required = false) String subject,
                           @RequestParam(defaultValue = "50") String limit) {
        Paging.only(request, List.of("connection", "subject", "limit"));
        return inputs.newest(catalog.changedBy(known(id)), connection, subject, Paging.limit(limit));
    }

    /** Compiles a draft and, if asked to, runs it. Changes nothing. */
    @PostMapping("/{id}/preview")
    DraftResult preview(@PathVariable String id, @RequestBody DraftRequest draft) {
        return runs.run(known(id), draft);
    }

    @PostMapping("/{id}/promote")
    MappingText promote(HttpServletRequest request, @PathVariable String id, @RequestBody Promotion wanted, Principal user) {
        String file = known(id);
        note(request, promotions.promote(file, wanted.text(), wanted.version(), wanted.reason(), user.getName()));
        return catalog.one(file);
    }

    /** Without content if the file is gone, too. */
    @PostMapping("/{id}/roll-back")
    ResponseEntity<MappingText> rollBack(HttpServletRequest request, @PathVariable String id, @RequestBody(required = false) RollBack wanted, Principal user) {
        String file = known(id);
        note(request, promotions.rollBack(file, wanted == null ? null : wanted.version(), wanted == null ? null : wanted.reason(), user.getName()));
        return catalog.exists(file) ? ResponseEntity.ok(catalog.one(file)) : ResponseEntity.noContent().build();
    }

    private static void note(HttpServletRequest request, Promotions.Replaced replaced) {
        ChangeNotes.add(request, "before", replaced.before());
        ChangeNotes.add(request, "after", replaced.after());
    }

    private String known(String id) {
        return catalog.known(Catalog.file(id));
    }
}
