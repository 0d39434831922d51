package io.scopebridge.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.mapping.MappingFailed;
import io.scopebridge.mapping.MappingRefused;
import io.scopebridge.mapping.MappingTrial;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.web.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs a draft and the version in use on the same inputs, and compares what they return. Nothing is sent. */
@Component
class DraftRuns {

    static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_OUTPUT = 512 * 1024;
    /** Characters of all differences together. */
    private static final long MOST_SHOWN = 4_000_000;

    private final Mappings mappings;
    private final DraftInputs draftInputs;
    private final BoundedRun bounded;
    private final ObjectMapper json;
    private final Duration timeout;

    DraftRuns(Mappings mappings, DraftInputs draftInputs, BoundedRun bounded, ObjectMapper json, @Value("${scopebridge.drafts.timeout}") Duration timeout) {
        this.mappings = mappings;
        this.draftInputs = draftInputs;
        this.bounded = bounded;
        this.json = json;
        this.timeout = timeout;
    }

    private record Outcome(JsonNode output, String failure) {
    }

    DraftResult run(String file, DraftRequest request) {
        checkText(request.text());
        DraftInputs.check(request.over());
        String first = "compiling " + file;
        return request.over() == null ? bounded.runReserved(first, steps -> run(file, request, steps)) : bounded.run(first, steps -> run(file, request, steps));
    }

    private DraftResult run(String file, DraftRequest request, BoundedRun.Steps steps) {
        try {
            MappingTrial trial = mappings.trial(file, request.text());
            return request.over() == null ? DraftResult.of(trial.mappings(), List.of(), 0, DraftResult.noFields()) : run(trial, draftInputs.of(request.over(), trial.mappings()), steps);
        } catch (MappingRefused e) {
            return DraftResult.refused(e.place());
        }
    }

    /** Compiles the text and runs it on the examples. @throws InvalidInput if it does not compile, or fails on an example */
    void prove(String file, String text) {
        checkText(text);
        bounded.runReserved("compiling " + file, steps -> {
            MappingTrial trial = compiled(file, text);
            for (DraftInput example : draftInputs.examples(trial.mappings())) {
                steps.next(example.name());
                String failure = outcome(() -> trial.apply(example.mapping(), example.text().get().orElse("null"))).failure();
                if (failure != null) throw new InvalidInput("text", "fails on the example input of " + example.mapping() + ": " + failure);
            }
            return trial;
        });
    }

    /** @throws InvalidInput if it does not compile */
    void proveCompiles(String file, String text) {
        bounded.runReserved("compiling " + file, steps -> compiled(file, text));
    }

    private MappingTrial compiled(String file, String text) {
        try {
            return mappings.trial(file, text);
        } catch (MappingRefused e) {
            throw new InvalidInput("text", "does not compile: " + e.getMessage());
        }
    }

    private static void checkText(String text) {
        if (text == null || text.isBlank()) throw new InvalidInput("text", "is required");
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) throw new InvalidInput("text", "must have at most " + LONGEST_TEXT / 1024 + " KB");
    }

    private DraftResult run(MappingTrial trial, List<DraftInput> found, BoundedRun.Steps steps) {
        long until = System.nanoTime() + timeout.toNanos();
        List<InputResult> results = new ArrayList<>();
        Map<String, Integer> fields = DraftResult.noFields();
        int left = found.size();
        long shown = 0;
        for (DraftInput input : found) {
            if (System.nanoTime() > until) break;
            left--;
            Optional<String> text = input.text().get();
            if (text.isEmpty()) continue;
            steps.next(input.name() + " with the version in use");
            Outcome current = outcome(() -> mappings.apply(input.mapping(), text.get()));
            steps.next(input.name());
            Outcome draft = outcome(() -> trial.apply(input.mapping(), text.get()));
            steps.next("comparing " + input.name());
            InputResult result = result(input, current, draft, found.size() == 1, fields);
            shown += result.length();
            results.add(shown > MOST_SHOWN ? result.withoutItems() : result);
        }
        return DraftResult.of(trial.mappings(), results, left, fields);
    }

    private static InputResult result(DraftInput input, Outcome current, Outcome draft, boolean single, Map<String, Integer> fields) {
        if (current.failure() != null || draft.failure() != null) {
            return InputResult.failed(input, current.failure(), draft.failure()).with(single ? shown(current.output()) : null, single ? shown(draft.output()) : null);
        }
        Comparison found = Comparison.of(current.output(), draft.output());
        DraftResult.count(fields, found);
        InputResult result = InputResult.of(input, found);
        return single ? result.with(shown(current.output()), shown(draft.output())) : result;
    }

    private static JsonNode shown(JsonNode output) {
        return output == null || output.toString().length() > LONGEST_OUTPUT ? null : output;
    }

    private Outcome outcome(Supplier<Object> run) {
        try {
            return new Outcome(json.valueToTree(run.get()), null);
        } catch (MappingFailed e) {
            return new Outcome(null, e.failure().cause());
        }
    }
}
