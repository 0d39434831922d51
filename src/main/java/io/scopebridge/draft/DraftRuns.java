package io.scopebridge.draft;

import io.scopebridge.mapping.MappingFailed;
import io.scopebridge.mapping.MappingRefused;
import io.scopebridge.mapping.MappingTrial;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.web.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs a draft and the version in use on the same inputs, and compares what they return. Nothing is sent. */
@Component
class DraftRuns {

    static final int LONGEST_TEXT = 256 * 1024;
    /** Characters of all differences together. */
    private static final long MOST_SHOWN = 4_000_000;
    /** Of those that a promotion tries. */
    private static final int KEPT_INPUTS = 10;

    private final Mappings mappings;
    private final DraftInputs draftInputs;
    private final BoundedRun bounded;

    DraftRuns(Mappings mappings, DraftInputs draftInputs, BoundedRun bounded) {
        this.mappings = mappings;
        this.draftInputs = draftInputs;
        this.bounded = bounded;
    }

    DraftResult run(String file, DraftRequest request) {
        checkText(request.text());
        DraftInputs.check(request.over());
        return request.over() == null ? bounded.runReserved(run -> run(file, request, run)) : bounded.run(run -> run(file, request, run));
    }

    private DraftResult run(String file, DraftRequest request, DraftRun run) {
        try {
            MappingTrial trial = mappings.trial(file, request.text(), run::compile);
            return request.over() == null ? DraftResult.of(trial.mappings(), List.of(), 0, DraftResult.noFields()) : run(trial, draftInputs.of(request.over(), trial.mappings()), run);
        } catch (MappingRefused e) {
            return DraftResult.refused(e.place());
        }
    }

    /**
     * Compiles the text, and runs it on the examples and the newest kept inputs.
     *
     * @throws InvalidInput if it does not compile, or fails on an example, or on a kept input on which the version in use does not
     */
    void prove(String file, String text) {
        checkText(text);
        bounded.runReserved(run -> {
            MappingTrial trial = compiled(file, text, run);
            for (DraftInput example : draftInputs.examples(trial.mappings())) {
                String failure = run.run(example.name(), trial.source(example.mapping()), example.text().get().orElse("null")).failure();
                if (failure != null) throw new InvalidInput("text", "fails on the example input of " + example.mapping() + ": " + failure);
            }
            proveOnKept(trial, run);
            return trial;
        });
    }

    private void proveOnKept(MappingTrial trial, DraftRun run) {
        for (DraftInput input : draftInputs.newest(trial.mappings(), KEPT_INPUTS)) {
            Optional<String> text = input.text().get();
            if (run.isOver() || text.isEmpty()) continue;
            String failure = run.run(input.name(), trial.source(input.mapping()), text.get()).failure();
            if (failure != null && current(input, text.get(), run).failure() == null) {
                throw new InvalidInput("text", "fails on " + input.name() + " (" + input.kept().connection() + ", " + input.kept().subject() + "), on which the version in use does not: " + failure);
            }
        }
    }

    /** @throws InvalidInput if it does not compile */
    void proveCompiles(String file, String text) {
        bounded.runReserved(run -> compiled(file, text, run));
    }

    private MappingTrial compiled(String file, String text, DraftRun run) {
        try {
            return mappings.trial(file, text, run::compile);
        } catch (MappingRefused e) {
            throw new InvalidInput("text", "does not compile: " + e.getMessage());
        }
    }

    private static void checkText(String text) {
        if (text == null || text.isBlank()) throw new InvalidInput("text", "is required");
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) throw new InvalidInput("text", "must have at most " + LONGEST_TEXT / 1024 + " KB");
    }

    private DraftResult run(MappingTrial trial, List<DraftInput> found, DraftRun run) {
        List<InputResult> results = new ArrayList<>();
        Map<String, Integer> fields = DraftResult.noFields();
        int left = found.size();
        long shown = 0;
        for (DraftInput input : found) {
            if (run.isOver()) break;
            left--;
            Optional<String> text = input.text().get();
            if (text.isEmpty()) continue;
            DraftRun.Output current = current(input, text.get(), run);
            DraftRun.Output draft = run.run(input.name(), trial.source(input.mapping()), text.get());
            DraftProcess.Answer compared = run.compare(input, current, draft, found.size() == 1);
            DraftResult.add(fields, compared.fields());
            InputResult result = compared.result().of(input);
            shown += result.length();
            results.add(shown > MOST_SHOWN ? result.withoutItems() : result);
        }
        return DraftResult.of(trial.mappings(), results, left, fields);
    }

    private DraftRun.Output current(DraftInput input, String text, DraftRun run) {
        try {
            return run.run(input.name() + " with the version in use", mappings.sourceInUse(input.mapping()), text);
        } catch (MappingFailed e) {
            return run.failed(e.failure().cause());
        }
    }
}
