package io.scopebridge.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the plan that a mapping created. An error in it is a {@link FailureClass#BUG} that names the step. */
public final class PlanReader {

    private static final Set<String> STEP_FIELDS = Set.of("key", "title", "mode", "call", "update", "find", "inOrder", "after", "covers");

    private PlanReader() {
    }

    /** @throws RemoteFailure of class BUG if the plan is invalid */
    public static Plan read(JsonNode json) {
        if (json == null || !json.isObject()) {
            throw wrong("The mapping returned no plan: an object with subject, system and steps is required.");
        }
        String subject = text(json, "subject", 200);
        String system = text(json, "system", 40);
        if (!json.path("steps").isArray()) {
            throw wrong("The plan of " + subject + " has no array 'steps'.");
        }
        List<Step> steps = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode node : json.path("steps")) {
            Step step = step(node, steps.size());
            if (!keys.add(step.key())) {
                throw wrong("Step '" + step.key() + "': the key is used by two steps.");
            }
            steps.add(step);
        }
        checkReferences(steps, keys);
        return new Plan(subject, system, List.copyOf(steps), warnings(json.path("warnings")));
    }

    private static Step step(JsonNode json, int position) {
        String key = json.path("key").asText("");
        if (!json.path("key").isTextual() || key.isBlank() || key.length() > 200 || key.matches(".*[${}].*") || key.equals(Step.SELF)) {
            throw wrong("Step " + (position + 1) + " of the plan has no usable 'key': a string of at most 200 characters, without $ { } and not 'self'.");
        }
        return new StepReader(key).read(json, STEP_FIELDS);
    }

    private static void checkReferences(List<Step> steps, Set<String> keys) {
        for (Step step : steps) {
            for (String key : step.references()) {
                if (!keys.contains(key)) {
                    throw wrong("Step '" + step.key() + "' refers to '" + key + "', which is not a step of the plan.");
                }
            }
            if (step.call().references().contains(Step.SELF) || step.find() != null && step.find().references().contains(Step.SELF)) {
                throw wrong("Step '" + step.key() + "': only 'update' may refer to ${self}.");
            }
        }
        List<String> cycle = new Dependencies(steps).cycle();
        if (!cycle.isEmpty()) {
            throw wrong("Step '" + cycle.get(0) + "' depends on itself: " + String.join(" -> ", cycle) + ".");
        }
    }

    private static List<Warning> warnings(JsonNode json) {
        List<Warning> warnings = new ArrayList<>();
        json.forEach(node -> warnings.add(new Warning(node.path("step").asText(null), node.path("text").asText(""))));
        return List.copyOf(warnings);
    }

    private static String text(JsonNode json, String field, int longest) {
        String value = json.path(field).asText("");
        if (!json.path(field).isTextual() || value.isBlank() || value.length() > longest) {
            throw wrong("The plan has no usable '" + field + "': a string of at most " + longest + " characters is required.");
        }
        return value;
    }

    static Mode mode(String name) {
        for (Mode mode : Mode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(name)) {
                return mode;
            }
        }
        return null;
    }

    static RemoteFailure wrong(String cause) {
        return new RemoteFailure(Failure.of(FailureClass.BUG, cause, "Correct the mapping that creates this plan, then replay."));
    }
}
