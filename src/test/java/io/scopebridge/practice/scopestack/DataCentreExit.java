package io.scopebridge.practice.scopestack;

/** Project 3, waiting for approval, of a client whose company every PSA refuses to write to. */
final class DataCentreExit {

    private DataCentreExit() {
    }

    static void draw(Seed seed) {
        ProjectDraft draft = seed.project(3, "Data centre exit", "business_approval", "Fabrikam Inc");
        draft.resource("Senior engineer");
        Row plan = draft.phase("Plan", "planning_language");
        Row move = draft.phase("Move", "implementation_language");
        draft.service(plan.id(), "Dependency map", 1, "24.0");
        Row servers = draft.service(move.id(), "Server migration", 12, "3.5");
        draft.subservice(servers, "Test after the move", 12, "0.5", null);
        draft.settle();
    }
}
