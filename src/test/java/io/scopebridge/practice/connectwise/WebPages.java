package io.scopebridge.practice.connectwise;

import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.Request;
import java.util.List;
import java.util.Map;

/** The page that opens a record of the web application by a link, for people: the title of the record. */
class WebPages {

    static final String PATH = "/v4_6_release/services/system_io/router/openrecord.rails";

    private static final Map<String, String> TYPES = Map.of("ProjectHeaderFV", "projects", "ServiceFV", "tickets", "OpportunityFV", "opportunities");

    private final Records records;

    WebPages(Records records) {
        this.records = records;
    }

    Answer page(Request request) {
        String type = TYPES.get(first(request, "recordType"));
        String id = first(request, "recid");
        boolean known = type != null && id.matches("\\d{1,18}") && first(request, "companyName").equals(PracticeConnectWise.COMPANY_ID);
        return records.find(known ? type : "none", known ? Long.parseLong(id) : 0).map(record -> {
            String title = record.path("name").asText(record.path("summary").asText()).replace("&", "&amp;").replace("<", "&lt;");
            return Answer.of(200, "<!doctype html><meta charset=\"utf-8\"><title>Practice ConnectWise</title><h1>" + title + "</h1>")
                .with("Content-Type", "text/html; charset=utf-8");
        }).orElseThrow(() -> Errors.refusal(404, "No such page."));
    }

    private static String first(Request request, String parameter) {
        return request.query().getOrDefault(parameter, List.of("")).get(0);
    }
}
