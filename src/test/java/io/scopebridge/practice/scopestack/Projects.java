package io.scopebridge.practice.scopestack;

import java.util.List;
import java.util.Objects;

/** What happens to a project beside the write itself: the stamps of its status, and the names it repeats. */
class Projects {

    private final Rows rows;

    Projects(Rows rows) {
        this.rows = rows;
    }

    /** Puts the project into a status as if its people had done it. */
    void status(long projectId, String status) {
        if (!Kind.STATUSES.contains(status)) throw new IllegalArgumentException("No status " + status);
        Row project = rows.find(Types.PROJECTS, projectId)
            .orElseThrow(() -> new IllegalArgumentException("No project " + projectId));
        String before = project.text("status");
        project.attributes().put("status", status);
        patched(project, before);
        project.touch(rows.now());
        rows.save(project);
    }

    void link(Row project, Long opportunity) {
        if (Objects.equals(project.link("crm-opportunity"), opportunity)) return;
        Row changed = project.copy();
        changed.link("crm-opportunity", opportunity);
        changed.touch(rows.now());
        rows.save(changed);
    }

    void patched(Row project, String statusBefore) {
        names(project);
        String status = project.text("status");
        if (status.equals(statusBefore)) return;
        switch (status) {
            case "building" -> project.attributes().putNull("approved-at").putNull("submitted-at");
            case "technical_approval", "sales_approval", "business_approval" -> {
                if (!statusBefore.endsWith("_approval")) project.attributes().put("submitted-at", rows.now());
                project.attributes().putNull("approved-at");
            }
            case "approved" -> {
                if (project.attribute("submitted-at").isNull()) project.attributes().put("submitted-at", rows.now());
                project.attributes().put("approved-at", rows.now());
            }
            default -> { }
        }
    }

    void clientRenamed(Row client) {
        List<Row> projects = rows.pointingTo(client, "projects", "client").map(Row::copy).toList();
        for (Row project : projects) {
            names(project);
            rows.save(project);
        }
    }

    void names(Row project) {
        for (String person : List.of("client", "sales-executive", "presales-engineer")) {
            Long id = project.link(person);
            String name = id == null ? null : rows.find(Types.of(person + "s"), id).map(row -> row.text("name")).orElse(null);
            project.attributes().put(person + "-name", name);
        }
    }
}
