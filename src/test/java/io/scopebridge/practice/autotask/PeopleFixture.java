package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.util.List;

/** The tenant's people and what they may be booked as: resources, departments, roles and work types. */
final class PeopleFixture {

    static final long FIRST_RESOURCE = 29682880;
    static final long INACTIVE = 29682888;
    static final long API_USER = 29682889;
    static final int RESOURCES = 8;
    private static final long ENGINEER = 29682900;

    private static final List<String> NAMES = List.of("Ada Bergström", "Ben Okafor", "Chloé Martin", "Dmitri Volkov",
        "Esra Yılmaz", "Finn O'Neill", "Grace Nakamura", "Hana Kovács", "Ian Former", "Practice Integration");
    private static final List<String> DEPARTMENTS = List.of("Professional Services", "Managed Services", "Sales");
    private static final List<String> ROLES = List.of("Engineer", "Architect", "Project Manager");

    private PeopleFixture() {
    }

    static void fill(Records records) {
        for (int i = 0; i < DEPARTMENTS.size(); i++) {
            put(records, "Departments", 29682833L + i, PracticeAutotask.json().put("name", DEPARTMENTS.get(i))
                .put("number", "D" + (i + 1)).put("primaryLocationID", 10));
            put(records, "Roles", ENGINEER + i, PracticeAutotask.json().put("name", ROLES.get(i)).put("isActive", true)
                .put("hourlyRate", 150 + 25 * i).put("hourlyFactor", 1).put("roleType", 0).put("isSystemRole", false));
        }
        for (int i = 0; i < NAMES.size(); i++) resource(records, i, NAMES.get(i).split(" ", 2));
        code(records, 29682801L, "Project work", true, 1);
        code(records, 29682802L, "Remote support", true, 1);
        code(records, 29682803L, "Old work type", false, 1);
        code(records, 29682804L, "Materials", true, 4);
    }

    private static void resource(Records records, int i, String[] name) {
        long id = FIRST_RESOURCE + i;
        String user = id == API_USER ? PracticeAutotask.USER : "user" + (i + 1) + "@practice.example";
        put(records, "Resources", id, PracticeAutotask.json().put("firstName", name[0]).put("lastName", name[1])
            .put("email", user).put("userName", user).put("isActive", id != INACTIVE)
            .put("licenseType", id == API_USER ? 7 : 1).put("resourceType", "Employee").put("title", i < 3 ? "Account manager" : "Engineer"));
        if (i < RESOURCES) put(records, "ResourceRoleDepartments", i + 1, PracticeAutotask.json().put("resourceID", id)
            .put("roleID", ENGINEER + i % ROLES.size()).put("departmentID", 29682833L + i % DEPARTMENTS.size())
            .put("isActive", true).put("isDefault", true).put("isDepartmentLead", i == 0));
    }

    private static void code(Records records, long id, String name, boolean active, int useType) {
        put(records, "BillingCodes", id, PracticeAutotask.json().put("name", name).put("isActive", active)
            .put("useType", useType).put("billingCodeType", 0));
    }

    static void put(Records records, String type, long id, ObjectNode record) {
        records.put(type, id, record.put("id", id));
    }
}
