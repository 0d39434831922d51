package io.scopebridge.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** A plan as it was last carried out, or begun with. */
public record CarriedPlan(Plan plan, Links links, Instant at) {

    /** Empty when the plan has no such step. */
    public Optional<Step> step(String key) {
        return plan.steps().stream().filter(step -> step.key().equals(key)).findFirst();
    }

    static CarriedPlan of(JsonNode plan, JsonNode links, Instant at) {
        return new CarriedPlan(PlanReader.read(plan), Links.of(links), at);
    }
}
