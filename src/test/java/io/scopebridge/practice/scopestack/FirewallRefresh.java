package io.scopebridge.practice.scopestack;

/**
 * Project 1, waiting for approval. Effort 7, 11 and 13 hours in three phases, none in the fourth, 2 outside of the phases;
 * governance of all three kinds: 10.0 hours prorated, 3.3 in one phase, 4.95 for a project management phase.
 */
final class FirewallRefresh {

    private FirewallRefresh() {
    }

    static void draw(Seed seed) {
        ProjectDraft draft = seed.project(1, "Firewall refresh", "business_approval", "Northwind Traders")
            .tell("executive-summary", "Two sites get new firewalls.");
        Row engineer = draft.resource("Engineer");
        Row senior = draft.resource("Senior engineer");
        Row manager = draft.resource("Project manager");
        Row plan = draft.phase("Plan", "planning_language");
        Row design = draft.phase("Design", "design_language");
        Row implement = draft.phase("Implement", "implementation_language");
        Row closeOut = draft.phase("Close out", "sow_language");

        Row kickOff = draft.service(plan.id(), "Kick-off and planning", 1, "3.0");
        draft.subservice(kickOff, "Agree on dates", 2, "0.5", null);
        draft.service(plan.id(), "Inventory of rules", 3, "1.0");

        Row rules = draft.by(draft.service(design.id(), "Rule set design", 2, "2.5"), senior);
        draft.subservice(rules, "Zone plan", 4, "0.5", "Draw the zones of one site and agree on them.");
        draft.by(draft.subservice(rules, "Rule review", 1, "1.0", ""), engineer);
        draft.by(draft.service(design.id(), "High availability design", 1, "3.0"), senior);

        Row setup = draft.service(implement.id(), "Core firewall setup", 2, "4.0");
        draft.subservice(setup, "Rack and cable", 2, "1.0", "Rack, cable and label the appliance.");
        draft.deactivate(draft.subservice(setup, "Console server (dropped)", 1, "6.0", null));
        draft.service(implement.id(), "Cut-over", 1, "3.0");

        draft.service(null, "Hand-over workshop", 1, "2.0");
        draft.deactivate(draft.service(closeOut.id(), "Old firewall disposal (dropped)", 2, "5.0"));

        Row quality = draft.governance("Quality assurance", "0.0", null, manager);
        draft.set(quality, "calculation-type", "fixed_hours");
        draft.set(quality, "fixed-hours", "10.0");
        draft.governance("Design authority", "0.1", design.id(), senior);
        draft.set(draft.governance("Project management", "0.15", null, manager), "allocation-method", "project_management_phase");
        draft.settle();
    }
}
