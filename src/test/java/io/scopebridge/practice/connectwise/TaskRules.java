package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;

class TaskRules implements Rules {

    private final Records records;

    TaskRules(Records records) {
        this.records = records;
    }

    @Override
    public void create(ObjectNode record, Problems problems) {
        long projectId = records.find("tickets", record.path("ticketId").asLong())
            .map(ticket -> ticket.path("project").path("id").asLong()).orElse(0L);
        boolean closed = records.find("projects", projectId).filter(project -> project.path("closedFlag").asBoolean()).isPresent();
        if (closed) problems.invalid("project/id", "Project " + projectId + " is closed.");
        if (!record.has("closedFlag")) record.put("closedFlag", false);
    }
}
