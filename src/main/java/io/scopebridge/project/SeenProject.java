package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.remote.RemoteRow;
import io.scopebridge.text.Graphemes;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A ScopeStack project as read by a poll. */
record SeenProject(String projectId, String name, String clientName, String status, OffsetDateTime approvedAt,
                   OffsetDateTime changedAt, String crmOpportunityId) {

    private static final int LONGEST_ID = 40;

    /**
     * The rows of a page that can be compared with what was seen before.
     *
     * @param now      by the hub's clock
     * @param oddities takes the parts left out, one sentence each
     */
    static List<SeenProject> page(JsonNode rows, OffsetDateTime now, List<String> oddities) {
        List<SeenProject> page = new ArrayList<>();
        // A clock that is slightly ahead is accepted.
        rows.forEach(row -> take(row, now.plusHours(1), page, oddities));
        return page;
    }

    private static void take(JsonNode given, OffsetDateTime latest, List<SeenProject> page, List<String> oddities) {
        String id = given.path("projectId").asText("");
        String status = given.path("status").isTextual() ? given.path("status").asText() : "";
        if (!id.matches("[0-9A-Za-z-]{1,40}") || status.isBlank() || status.length() > 40) {
            oddities.add("The project " + Graphemes.cut(given.path("projectId").toString(), 60) + " has no id or no status that can be used ("
                + Graphemes.cut(given.path("status").toString(), 60) + "); it is left out.");
            return;
        }
        RemoteRow row = new RemoteRow((ObjectNode) given.deepCopy(), "Project " + id).text("name", 500, "Project " + id).text("clientName", 300)
            .time("approvedAt", latest).time("changedAt", latest).text("crmOpportunityId", LONGEST_ID);
        oddities.addAll(row.oddities());
        page.add(new SeenProject(id, row.value("name"), row.value("clientName"), status, row.timeOf("approvedAt"), row.timeOf("changedAt"), row.value("crmOpportunityId")));
    }
}
