package io.scopebridge.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.remote.RemoteRow;
import io.scopebridge.text.Graphemes;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of opportunities from a mapping, validated row by row.
 *
 * @param rows     those with an id
 * @param oddities the parts left out, one sentence each
 */
record OpportunityPage(List<Opportunity> rows, List<String> oddities) {

    private static final int LONGEST_ID = 40;
    private static final List<String> SITE = List.of("name", "street", "city", "state", "postalCode", "country");

    /** @param now by the hub's clock */
    static OpportunityPage of(JsonNode given, OffsetDateTime now) {
        List<Opportunity> rows = new ArrayList<>();
        List<String> oddities = new ArrayList<>();
        // A clock that is slightly ahead is accepted.
        given.forEach(row -> take(row, now.plusHours(1), rows, oddities));
        return new OpportunityPage(rows, oddities);
    }

    private static void take(JsonNode given, OffsetDateTime latest, List<Opportunity> rows, List<String> oddities) {
        String id = given.path("opportunityId").asText("").strip();
        if (!given.isObject() || id.isEmpty() || id.equals("null") || id.length() > LONGEST_ID || !id.matches("[\\p{Alnum}_.:-]+")) {
            oddities.add("A row of the opportunities has no id that can be used (" + Graphemes.cut(given.path("opportunityId").toString(), 60) + "); it is left out.");
            return;
        }
        ObjectNode content = given.deepCopy();
        RemoteRow row = new RemoteRow(content.put("opportunityId", id), "Opportunity " + id)
            .text("name", 500, "Opportunity " + id).text("companyId", LONGEST_ID).text("companyName", 300, "Company unknown").text("ownerId", LONGEST_ID).text("ownerName", 300)
            .text("statusId", LONGEST_ID).text("status", 200).text("stageId", LONGEST_ID).text("stage", 200).number("amount").yesOrNo("closed").time("changedAt", latest);
        oddities.addAll(row.oddities());
        if (content.path("site") instanceof ObjectNode site) oddities.addAll(cleaned(site, "Site of opportunity " + id));
        rows.add(new Opportunity(content));
    }

    private static List<String> cleaned(ObjectNode site, String what) {
        RemoteRow row = new RemoteRow(site, what);
        for (String field : SITE) row.text(field, 300);
        return row.oddities();
    }
}
