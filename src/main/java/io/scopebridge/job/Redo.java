package io.scopebridge.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.plan.manual.StepEdit;
import java.util.Set;
import java.util.UUID;

/**
 * The options of a rerun of a job.
 *
 * @param keptPlan  run the last plan of the job instead of one from the current mappings
 * @param onlySteps keys of the steps to run, with those that refer to them; empty for all
 * @param readAgain names what a person may have changed: the first job with a mark reads the tenant's lists again; null: cached ones do
 * @param edit      an edited request body of a step of the stored plan, or null
 * @param requestedBy who asked for it in the background; null: the user of the request
 */
public record Redo(boolean keptPlan, Set<String> onlySteps, StepEdit edit, String readAgain, String requestedBy) {

    public static final Redo WHOLE = new Redo(false, Set.of(), null, null, null);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** After a person decided something, perhaps in the PSA. */
    static Redo decided() {
        return new Redo(false, Set.of(), null, UUID.randomUUID().toString(), null);
    }

    static Redo read(String text) {
        try {
            return text == null ? WHOLE : JSON.readValue(text, Redo.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The rerun options of a job are not JSON", e);
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
