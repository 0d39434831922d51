package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The security role of the caller: a level None, My or All for each action of each function. */
class Rights {

    private static final List<String> FUNCTIONS = List.of("Sales/Opportunity", "Sales/Sales Orders", "Project/Project Headers",
        "Project/Project Tickets", "Project/Project Ticket Tasks", "Project/Project Phase", "Companies/Company Maintenance",
        "Companies/Contacts", "System/Member Maintenance", "System/Table Setup", "Procurement/Product Catalog",
        "Finance/Agreements");
    private static final List<String> WRITTEN = List.of("Sales/Opportunity", "Project/Project Headers", "Project/Project Tickets",
        "Project/Project Ticket Tasks");
    private static final List<String> ACTIONS = List.of("add", "edit", "delete", "inquire");

    private final Map<String, String> levels = new ConcurrentHashMap<>();
    private final Set<String> concealed = ConcurrentHashMap.newKeySet();

    void set(String module, String function, String action, String level) {
        if (!ACTIONS.contains(action)) throw new IllegalArgumentException("No action " + action);
        levels.put(module + "/" + function + "/" + action, level);
    }

    /** Only what the published list of the product asks for, and adding phases, of which it is silent. */
    void onlyPublished() {
        FUNCTIONS.forEach(function -> ACTIONS.forEach(action -> {
            boolean granted = action.equals("inquire") && !function.equals("Sales/Sales Orders")
                || !action.equals("delete") && WRITTEN.contains(function)
                || action.equals("add") && function.equals("Project/Project Phase");
            levels.put(function + "/" + action, granted ? "All" : "None");
        }));
    }

    /** @param right module/function/action; null needs no right */
    void require(String right) {
        if (right != null && levels.getOrDefault(right, "All").equals("None")) {
            String[] parts = right.split("/");
            throw Errors.refusal(403, "You do not have permission to " + parts[2] + " " + parts[0] + " > " + parts[1] + ".");
        }
    }

    /** The caller's own rights say nothing of this function. */
    void conceal(String module, String function) {
        concealed.add(module + "/" + function);
    }

    void reveal() {
        concealed.clear();
    }

    List<ObjectNode> rows() {
        List<ObjectNode> rows = new ArrayList<>();
        for (String each : FUNCTIONS) {
            if (concealed.contains(each)) continue;
            String[] parts = each.split("/");
            ObjectNode row = Errors.object().put("id", rows.size() + 1L).put("moduleIdentifier", parts[0].toUpperCase())
                .put("moduleName", parts[0]).put("moduleFunctionIdentifier", parts[1].replace(" ", ""))
                .put("moduleFunctionName", parts[1]);
            ACTIONS.forEach(action -> row.put(action + "Level", levels.getOrDefault(each + "/" + action, "All")));
            rows.add(row);
        }
        return rows;
    }
}
