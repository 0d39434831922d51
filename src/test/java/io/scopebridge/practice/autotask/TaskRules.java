package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.util.function.Supplier;

/** Phase, assignment and computed values of tasks. */
class TaskRules implements Rules {

    private final Records records;
    private final Supplier<String> now;

    TaskRules(Records records, Supplier<String> now) {
        this.records = records;
        this.now = now;
    }

    @Override
    public void apply(Change change) {
        ObjectNode project = records.find("Projects", change.id("projectID")).orElseThrow();
        if (change.create() && project.path("status").asInt() == ProjectRules.COMPLETE) {
            change.refuse("A task cannot be added to a project that is Complete.");
        }
        if (change.has("phaseID") && change.changed("phaseID")) {
            boolean sameProject = records.find("Phases", change.id("phaseID"))
                .map(phase -> phase.path("projectID").asLong() == change.id("projectID")).orElse(false);
            if (!sameProject) change.refuse(Errors.badReference("phaseID", "Phase"));
        }
        checkAssignment(change);
        compute(change, project);
    }

    private void checkAssignment(Change change) {
        if (change.has("assignedResourceID") != change.has("assignedResourceRoleID")) {
            change.refuse("You must assign both a assignedResourceID and assignedResourceRoleID.");
        } else if (change.has("assignedResourceID")) {
            boolean holdsRole = records.stream("ResourceRoleDepartments").anyMatch(held -> held.path("isActive").asBoolean()
                && held.path("resourceID").asLong() == change.id("assignedResourceID")
                && held.path("roleID").asLong() == change.id("assignedResourceRoleID"));
            if (!holdsRole) change.refuse(Errors.badReference("assignedResourceRoleID", "Role"));
        }
    }

    private void compute(Change change, ObjectNode project) {
        ObjectNode task = change.after();
        if (change.create()) {
            task.put("taskNumber", project.path("projectNumber").asText() + ".T" + (records.count("Tasks") + 1));
            task.put("isTaskBillable", true);
            if (!change.has("estimatedHours")) task.put("estimatedHours", 0);
            if (!change.has("remainingHours")) task.set("remainingHours", task.get("estimatedHours"));
        }
        task.set("hoursToBeScheduled", task.get("estimatedHours"));
        if (!change.changed("status")) return;
        if (task.path("status").asInt() == ProjectRules.COMPLETE) task.put("completedDateTime", now.get());
        else task.remove("completedDateTime");
    }
}
