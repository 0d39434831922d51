package io.scopebridge.practice.scopestack;

/** Project 2, approved: professional and monthly services, products bought once and monthly. */
final class ManagedWorkplace {

    private ManagedWorkplace() {
    }

    static void draw(Seed seed) {
        ProjectDraft draft = seed.project(2, "Managed workplace & backup", "approved", "Contoso Ltd");
        draft.resource("Engineer");
        Row manager = draft.resource("Project manager");
        Row plan = draft.phase("Plan", "planning_language");
        Row implement = draft.phase("Implement", "implementation_language");
        draft.service(plan.id(), "Onboarding plan", 1, "6.0");
        Row rollOut = draft.service(implement.id(), "Workplace roll-out", 25, "0.75");
        draft.subservice(rollOut, "Move user data", 25, "0.25", "Copy the user's files and check them.");
        draft.subservice(rollOut, "Hand over the device", 25, "0.1", null);
        draft.service(implement.id(), "Backup set-up", 1, "8.0");
        Row workplace = draft.monthly("Managed workplace", 25, "0.2");
        draft.subservice(workplace, "Patch day", 1, "2.0", null);
        draft.monthly("Managed backup", 2, "1.5");
        draft.governance("Project management", "0.1", null, manager);
        draft.product("Notebook 14\"", "NB-14", 25, "1180.0", "990.5", "one_time");
        draft.product("Backup appliance", "BA-8", 1, "4200.0", "3475.25", "one_time");
        draft.product("Backup licence", "BL-1", 25, "4.5", "3.1", "monthly");
        draft.deactivate(draft.product("Docking station (dropped)", "DS-2", 25, "160.0", "120.0", "one_time"));
        draft.settle();
    }
}
