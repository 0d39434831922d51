package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.Request;
import java.util.Map;
import java.util.Optional;

/** Whatever page of the web application a link names: the title of the record whose id is among the parameters. */
class WebPages {

    private static final Map<String, String> TYPES = Map.of("projectId", "Projects", "taskId", "Tasks", "opportunityId", "Opportunities");

    private final Records records;

    WebPages(Records records) {
        this.records = records;
    }

    Answer page(Request request) {
        for (var parameter : request.query().entrySet()) {
            Optional<ObjectNode> record = record(parameter.getKey(), parameter.getValue().get(0));
            if (record.isPresent()) return page(record.get());
        }
        throw Errors.framework(404, "No such page.");
    }

    private Optional<ObjectNode> record(String parameter, String id) {
        if (!id.matches("\\d{1,18}")) return Optional.empty();
        return TYPES.keySet().stream().filter(parameter::equalsIgnoreCase).findFirst()
            .flatMap(name -> records.find(TYPES.get(name), Long.parseLong(id)));
    }

    private static Answer page(ObjectNode record) {
        String title = record.path("projectName").asText(record.path("title").asText()).replace("&", "&amp;").replace("<", "&lt;");
        return Answer.of(200, "<!doctype html><meta charset=\"utf-8\"><title>Practice Autotask</title><h1>" + title + "</h1>")
            .with("Content-Type", "text/html; charset=utf-8");
    }
}
