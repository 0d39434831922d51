package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.time.Instant;

/** Dates and nesting of phases. */
class PhaseRules implements Rules {

    private final Records records;

    PhaseRules(Records records) {
        this.records = records;
    }

    @Override
    public void apply(Change change) {
        ObjectNode project = records.find("Projects", change.id("projectID")).orElseThrow();
        if (project.path("projectType").asInt() == ProjectRules.BASELINE) {
            change.refuse("The phases of a Baseline project are read-only.");
        }
        Instant start = change.time("startDate");
        Instant due = change.time("dueDate");
        if (start != null && due != null && due.isBefore(start)) {
            change.refuse("The dueDate of a phase cannot be before its startDate.");
        }
        if (change.has("parentPhaseID")) checkParent(change);
        if (change.create()) change.after().put("phaseNumber", project.path("projectNumber").asText() + ".H" + records.count("Phases"));
    }

    private void checkParent(Change change) {
        boolean sameProject = records.find("Phases", change.id("parentPhaseID"))
            .map(parent -> parent.path("projectID").asLong() == change.id("projectID")).orElse(false);
        boolean itself = !change.create() && change.id("parentPhaseID") == change.id("id");
        if (!sameProject || itself) change.refuse(Errors.badReference("parentPhaseID", "Phase"));
    }
}
