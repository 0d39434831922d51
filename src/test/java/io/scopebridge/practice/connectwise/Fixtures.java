package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;

/** What the practice tenant has been set up with. */
final class Fixtures {

    static final String SET_UP = "2024-01-15T08:00:00Z";

    private final Records records;

    private Fixtures(Records records) {
        this.records = records;
    }

    static void lay(Records records) {
        Fixtures fixtures = new Fixtures(records);
        fixtures.sales();
        fixtures.tables();
        fixtures.boards();
        fixtures.projectTables();
        fixtures.templates();
        CompanyFixtures.lay(records);
        OpportunityFixtures.lay(records);
    }

    static ObjectNode record(Records records, String type, long id) {
        ObjectNode record = Errors.object().put("id", id);
        record.putObject("_info").put("lastUpdated", SET_UP).put("updatedBy", "Admin1");
        return records.put(type, id, record);
    }

    private ObjectNode named(String type, long id, String name) {
        return record(records, type, id).put("name", name);
    }

    private void sales() {
        opportunityStatus(1, "Open", false, false, false).put("defaultFlag", true);
        opportunityStatus(2, "Won", true, false, true);
        opportunityStatus(3, "Lost", false, true, true);
        opportunityStatus(4, "No decision", false, false, true);
        opportunityStatus(5, "Quoted", false, false, false);
        String[] stages = {"1. Lead", "2. Qualified", "3. Quote", "4. Negotiation", "5. Commit", "6. Closed"};
        for (int i = 0; i < stages.length; i++) named("stages", i + 1, stages[i]).put("sequenceNumber", i + 1).put("color", "#336699");
        record(records, "opportunityTypes", 1).put("description", "Project").put("inactiveFlag", false);
        record(records, "opportunityTypes", 2).put("description", "Managed services").put("inactiveFlag", false);
        named("orderStatuses", 1, "New").put("sortOrder", 1).put("defaultFlag", true).put("closedFlag", false);
        named("orderStatuses", 2, "Shipped").put("sortOrder", 2).put("defaultFlag", false).put("closedFlag", true);
    }

    private ObjectNode opportunityStatus(long id, String name, boolean won, boolean lost, boolean closed) {
        return named("opportunityStatuses", id, name).put("wonFlag", won).put("lostFlag", lost).put("closedFlag", closed)
            .put("inactiveFlag", false).put("defaultFlag", false).put("enteredBy", "Admin1").put("dateEntered", SET_UP);
    }

    private void tables() {
        named("locations", 2, "Head office").put("ownerLevelId", 2);
        record(records, "departments", 10).put("identifier", "PS").put("name", "Professional services");
        named("priorities", 8, "Priority 3 - Normal").put("color", "Green").put("defaultFlag", true).put("sortOrder", 3);
        named("priorities", 6, "Priority 1 - Urgent").put("color", "Red").put("defaultFlag", false).put("sortOrder", 1);
        String[] roles = {"Engineer", "Senior engineer", "Project manager"};
        for (int i = 0; i < roles.length; i++) named("workRoles", 11L + i, roles[i]).put("inactiveFlag", false).put("hourlyRate", 120.0 + 30 * i);
        named("workTypes", 21, "Regular").put("inactiveFlag", false);
        named("workTypes", 22, "After hours").put("inactiveFlag", false);
        named("billingCycles", 1, "Monthly").put("identifier", "MO").put("billingOptions", "Monthly").put("defaultFlag", true);
        named("billingCycles", 2, "Yearly").put("identifier", "YR").put("billingOptions", "Yearly").put("defaultFlag", false);
    }

    private void boards() {
        board(21, "Help desk", false, false);
        board(51, "Projects", true, false);
        board(52, "Cloud projects", true, false);
        board(53, "Old projects", true, true);
    }

    private void board(long id, String name, boolean project, boolean inactive) {
        ObjectNode board = named("boards", id, name).put("projectFlag", project).put("inactiveFlag", inactive).put("billTime", "Billable");
        Defaults.reference(board, records, "location", "locations", 2);
        Defaults.reference(board, records, "department", "departments", 10);
        String[] statuses = {"New*", "In progress", "Waiting on client", "Completed", "Retired"};
        for (int i = 0; i < statuses.length; i++) {
            ObjectNode status = named("boardStatuses", id * 12 + i, statuses[i]).put("sortOrder", i + 1).put("displayOnBoard", i < 4)
                .put("inactive", i == 4).put("closedStatus", i == 3).put("defaultFlag", i == 0).put("timeEntryNotAllowed", false);
            status.set("board", References.shown("boards", board));
        }
    }

    private void projectTables() {
        String[] statuses = {"New", "In progress", "On hold", "Closed", "Archived"};
        for (int i = 0; i < statuses.length; i++) {
            named("projectStatuses", 1L + i, statuses[i]).put("defaultFlag", i == 0).put("inactiveFlag", i == 4)
                .put("noTimeFlag", i > 2).put("closedFlag", i > 2);
        }
        phaseStatus(1, "Open", false, 51, 52, 53).put("defaultFlag", true);
        phaseStatus(2, "Closed", true, 51, 52, 53);
        phaseStatus(3, "Migrating", false, 52);
        named("projectTypes", 1, "Implementation").put("defaultFlag", true).put("inactiveFlag", false);
        named("projectTypes", 2, "Internal").put("defaultFlag", false).put("inactiveFlag", false);
    }

    private ObjectNode phaseStatus(long id, String name, boolean closed, int... boards) {
        ObjectNode status = named("phaseStatuses", id, name).put("defaultFlag", false).put("inactiveFlag", false).put("closedFlag", closed);
        var ids = status.putArray("boardAssociationIds");
        for (int board : boards) ids.add(board);
        return status;
    }

    private void templates() {
        named("projectTemplates", 71, "Standard network project").put("description", "Kick-off, build, hand-over");
        named("projectTemplates", 72, "Blank").put("description", "");
        String[] phases = {"Kick-off", "Build", "Hand-over"};
        for (int i = 0; i < phases.length; i++) {
            record(records, "templatePhases", 711L + i).put("templateRecId", 71).put("description", phases[i]).put("wbsCode", "" + (i + 1))
                .put("budgetHours", 4.0 * (i + 1)).put("markAsMilestone", i == 2);
            for (int k = 1; k <= 2; k++) {
                record(records, "templateTickets", 7110L + 10L * i + k).put("projectTemplateId", 71).put("projectTemplatePhaseId", 711 + i)
                    .put("description", phases[i] + ", part " + k).put("wbsCode", (i + 1) + "." + k).put("budgetHours", 2.0 * (i + 1));
            }
        }
    }
}
