package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Dates of a project, its number, and what completing it does to its tasks. */
class ProjectRules implements Rules {

    static final int COMPLETE = 5;
    static final int BASELINE = 8;

    private final Records records;
    private final Supplier<String> now;

    ProjectRules(Records records, Supplier<String> now) {
        this.records = records;
        this.now = now;
    }

    @Override
    public void apply(Change change) {
        if (change.after().path("projectType").asInt() == BASELINE) {
            change.refuse("Baseline projects cannot be created or changed.");
        }
        if (change.time("endDateTime").isBefore(change.time("startDateTime"))) {
            change.refuse("The endDateTime of a project cannot be before its startDateTime.");
        }
        if (change.create()) {
            change.after().put("projectNumber", "P" + now.get().substring(0, 10).replace("-", "") + "."
                + String.format(Locale.ROOT, "%04d", records.count("Projects") + 1));
        } else checkContent(change);
        if (change.changed("status")) change.after().put("statusDateTime", now.get());
    }

    private void checkContent(Change change) {
        long project = change.id("id");
        if (change.changed("startDateTime") && children("Phases", project).findAny().or(() -> children("Tasks", project).findAny()).isPresent()) {
            change.refuse("The startDateTime cannot be changed while the project has phases or tasks.");
        }
        if (!change.changed("endDateTime")) return;
        Instant day = change.time("endDateTime").plusSeconds(86_400);
        boolean later = Stream.concat(children("Phases", project).map(phase -> phase.path("dueDate").asText(null)),
                children("Tasks", project).map(task -> task.path("endDateTime").asText(null)))
            .filter(Objects::nonNull).anyMatch(end -> !end.equals("null") && !Instant.parse(end).isBefore(day));
        if (later) change.refuse("The endDateTime cannot be before the end of the latest phase or task.");
    }

    @Override
    public void after(Change change) {
        if (change.create() || !change.changed("status") || change.after().path("status").asInt() != COMPLETE) return;
        children("Tasks", change.id("id")).toList().forEach(task -> records.put("Tasks", task.path("id").asLong(),
            task.deepCopy().put("status", COMPLETE).put("completedDateTime", now.get()).put("lastActivityDateTime", now.get())));
    }

    private Stream<ObjectNode> children(String type, long project) {
        return records.stream(type).filter(record -> record.path("projectID").asLong() == project);
    }
}
