package io.scopebridge.practice.scopestack;

import java.util.List;

/** Projects 6 to 13 in each status, 14 approved but archived, 15 to 44 in building to fill the pages. */
final class SmallProjects {

    private static final List<String> CLIENTS = List.of("Tailspin Toys", "Adventure Works", "Contoso Ltd", "Wide World Importers");

    private SmallProjects() {
    }

    static void draw(Seed seed) {
        for (int i = 0; i < Kind.STATUSES.size(); i++) {
            String status = Kind.STATUSES.get(i);
            small(seed, 6 + i, "Small project, " + status.replace('_', ' '), status).settle();
        }
        ProjectDraft archived = small(seed, 14, "Archived project", "approved");
        archived.deactivate(archived.project());
        archived.settle();
        for (int number = 15; number <= 44; number++) small(seed, number, "Assessment " + number, "building").settle();
    }

    private static ProjectDraft small(Seed seed, int number, String name, String status) {
        ProjectDraft draft = seed.project(number, name, status, CLIENTS.get(number % CLIENTS.size()));
        draft.resource("Engineer");
        Row phase = draft.phase("Implement", "implementation_language");
        draft.subservice(draft.service(phase.id(), "Assessment", 1, "4.0"), "Report", 1, "1.5", null);
        return draft;
    }
}
