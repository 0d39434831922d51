package io.scopebridge.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.log.LogParameters;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * The request of a replay.
 *
 * @param entries   ids of log entries, at most {@link #MOST_ENTRIES}; or else
 * @param search    all entries that match a search of the log
 * @param reason    required to start
 * @param from      {@code start} (default): the whole job; {@code failed-step}: the steps of the entries and their dependents
 * @param mapping   {@code current} (default): the current mappings make the plan; {@code original}: the plan that failed runs again
 * @param canary    whether one job runs first, and the others only after it succeeded; default: if there are several
 * @param perMinute maximum number of jobs started per minute, 1 to 10,000; null: no limit
 * @param payload   replaces the payload of the job; for a single entry only
 * @param body      in place of the body that the step of a single entry sends; with mapping {@code original} only
 * @param dryRun    only preview
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayRequest(List<Long> entries, LogParameters search, String reason, String from, String mapping, Boolean canary, Integer perMinute,
                     JsonNode payload, JsonNode body, Boolean dryRun) {

    static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST_REASON = 1_000;

    static ReplayRequest of(long entry, String reason) {
        return new ReplayRequest(List.of(entry), null, reason, null, null, false, null, null, null, null);
    }

    /** @throws InvalidInput with every invalid field */
    void check(boolean begins) {
        List<FieldError> errors = new ArrayList<>();
        if ((entries == null) == (search == null)) errors.add(new FieldError("entries", "give either 'entries' with ids of log entries, or 'search' with filters"));
        if (entries != null && (entries.isEmpty() || entries.size() > MOST_ENTRIES || entries.stream().anyMatch(id -> id == null))) {
            errors.add(new FieldError("entries", "must have 1 to " + MOST_ENTRIES + " ids; use 'search' for more"));
        }
        if (begins && (reason == null || reason.isBlank())) errors.add(new FieldError("reason", "must give the reason for the replay"));
        if (reason != null && reason.length() > LONGEST_REASON) errors.add(new FieldError("reason", "must have at most " + LONGEST_REASON + " characters"));
        if (from != null && !List.of("start", "failed-step").contains(from)) errors.add(new FieldError("from", "must be start or failed-step"));
        if (mapping != null && !List.of("current", "original").contains(mapping)) errors.add(new FieldError("mapping", "must be current or original"));
        if (perMinute != null && (perMinute < 1 || perMinute > 10_000)) errors.add(new FieldError("perMinute", "must be between 1 and 10000"));
        if (edited()) checkPayload(errors);
        if (bodyEdited()) checkBody(errors);
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        if (search != null) {
            try {
                search.filter();
            } catch (InvalidInput e) {
                throw e.under("search");
            }
        }
    }

    private void checkPayload(List<FieldError> errors) {
        if (!(payload instanceof ObjectNode)) errors.add(new FieldError("payload", "must be an object"));
        if (entries == null || entries.size() != 1) errors.add(new FieldError("payload", "can be edited for a single entry only"));
        if (original()) errors.add(new FieldError("payload", "cannot be combined with mapping 'original': the original plan runs unchanged"));
    }

    private void checkBody(List<FieldError> errors) {
        if (!(body instanceof ObjectNode)) errors.add(new FieldError("body", "must be an object, as in the request body of the step"));
        if (entries == null || entries.size() != 1) errors.add(new FieldError("body", "can be edited for a single entry only"));
        if (!original()) errors.add(new FieldError("body", "requires mapping 'original': the edit applies to the original plan"));
        if (edited()) errors.add(new FieldError("body", "cannot be combined with 'payload'"));
    }

    boolean edited() {
        return payload != null && !payload.isNull();
    }

    boolean bodyEdited() {
        return body != null && !body.isNull();
    }

    boolean original() {
        return "original".equals(mapping);
    }

    boolean failedStep() {
        return "failed-step".equals(from);
    }

    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
