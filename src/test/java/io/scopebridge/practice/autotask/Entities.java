package io.scopebridge.practice.autotask;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The entities that the practice server knows. */
final class Entities {

    static final List<Entity> ALL = List.of(
        Entity.root("Opportunities", "Opportunity", true, true, 5001, List.of("PO Reference", "Delivery Team"), SalesFields.OPPORTUNITY),
        Entity.root("Projects", "Project", true, true, 812, List.of("Handover Link"), ProjectFields.PROJECT),
        Entity.child("Phases", "Phase", "Projects", "projectID", "Phases", 3301, List.of(), ProjectFields.PHASE),
        Entity.child("Tasks", "Task", "Projects", "projectID", "Tasks", 90217, List.of(), ProjectFields.TASK),
        Entity.child("ProjectNotes", "ProjectNote", "Projects", "projectID", "Notes", 6001, List.of(), ProjectFields.NOTE),
        Entity.root("Companies", "Company", true, true, 101, List.of(), SupportFields.COMPANY),
        Entity.child("Contacts", "Contact", "Companies", "companyID", "Contacts", 30001, List.of(), SupportFields.CONTACT),
        Entity.root("Resources", "Resource", false, true, 29682880, List.of(), SupportFields.RESOURCE),
        Entity.root("Quotes", "Quote", true, true, 7001, List.of(), SalesFields.QUOTE),
        Entity.root("Departments", "Department", true, true, 29682833, List.of(), SupportFields.DEPARTMENT),
        Entity.root("Roles", "Role", true, true, 29682900, List.of(), SupportFields.ROLE),
        Entity.root("BillingCodes", "BillingCode", false, false, 29682801, List.of(), SupportFields.BILLING_CODE),
        Entity.root("ResourceRoleDepartments", "ResourceRoleDepartment", false, false, 1, List.of(),
            SupportFields.RESOURCE_ROLE_DEPARTMENT));

    private static final Map<String, Entity> BY_NAME = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        ALL.forEach(entity -> BY_NAME.put(entity.name(), entity));
    }

    private Entities() {
    }

    static Entity named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No entity " + name));
    }

    static Optional<Entity> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Optional<Entity> child(String parent, String subPath) {
        return ALL.stream().filter(Entity::writtenThroughParent)
            .filter(entity -> entity.parent().equalsIgnoreCase(parent) && entity.subPath().equalsIgnoreCase(subPath)).findFirst();
    }

    /** The names as alternatives of a regular expression. */
    static String pattern(Predicate<Entity> which) {
        return ALL.stream().filter(which).map(Entity::name).collect(Collectors.joining("|", "(", ")"));
    }
}
