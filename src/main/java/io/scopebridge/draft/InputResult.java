package io.scopebridge.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a draft changes for one input.
 *
 * @param input          null for the example
 * @param items          the first that differ
 * @param currentFailure why the version in use fails; null if it does not
 * @param failure        why the draft fails; null if it does not
 * @param current        the output of the version in use; only of a single input
 * @param draft          the output of the draft; only of a single input
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InputResult(String mapping, KeptInput input, int same, int changed, int added, int removed, List<ItemChange> items, String currentFailure, String failure,
                   JsonNode current, JsonNode draft) {

    static InputResult of(DraftInput input, Comparison found) {
        return new InputResult(input.mapping(), input.kept(), found.same(), found.changed(), found.added(), found.removed(), found.items(), null, null, null, null);
    }

    static InputResult failed(DraftInput input, String currentFailure, String failure) {
        return new InputResult(input.mapping(), input.kept(), 0, 0, 0, 0, List.of(), currentFailure, failure, null, null);
    }

    InputResult of(DraftInput known) {
        return new InputResult(mapping, known.kept(), same, changed, added, removed, items, currentFailure, failure, current, draft);
    }

    InputResult with(JsonNode currentOutput, JsonNode draftOutput) {
        return new InputResult(mapping, input, same, changed, added, removed, items, currentFailure, failure, currentOutput, draftOutput);
    }

    boolean differs() {
        return changed + added + removed > 0 || currentFailure != null || failure != null;
    }

    /** Of its differences, in characters. */
    long length() {
        return items.stream().flatMap(item -> item.differences().stream()).mapToLong(one -> one.path().length() + String.valueOf(one.current()).length() + String.valueOf(one.draft()).length()).sum();
    }

    InputResult withoutItems() {
        return new InputResult(mapping, input, same, changed, added, removed, List.of(), currentFailure, failure, null, null);
    }
}
