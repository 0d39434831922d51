package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.util.List;

/** Sixty companies from 201 with two sites and two contacts each, and ten members. */
final class CompanyFixtures {

    static final long FIRST = 201;
    static final int COUNT = 60;

    private static final List<String> NAMES = List.of("Adventure Works", "Tailspin Toys", "Wide World Importers", "Alpine Ski House",
        "Blue Yonder Airlines", "City Power & Light", "Coho Winery", "Fourth Coffee", "Graphic Design Institute", "Humongous Insurance",
        "Litware Inc", "Lucerne Publishing", "Margie's Travel", "Proseware \"Labs\" Ltd", "School of Fine Art", "Southridge Video",
        "Trey Research", "The Phone Company", "Woodgrove Bank", "A. Datum Corporation", "株式会社コントソ", "Café Zürich AG",
        "Rocket 🚀 Start-ups", "O'Neill + Sons, Inc.", "100% Organic <Foods>", "Łódź Logistics");
    private static final String[][] MEMBERS = {{"Jane", "Doe"}, {"Sam", "Poe"}, {"Ana", "Núñez"}, {"Liam", "O'Brien"}, {"Mei", "Tanaka"},
        {"Omar", "Haddad"}, {"Eva", "Lindqvist"}, {"Noah", "Smith"}, {"Ida", "Berg"}, {"Scope", "API"}};

    private CompanyFixtures() {
    }

    static void lay(Records records) {
        for (int i = 0; i < MEMBERS.length; i++) member(records, 155 + i, MEMBERS[i][0], MEMBERS[i][1]);
        for (int i = 0; i < COUNT; i++) company(records, FIRST + i, name(FIRST + i));
    }

    private static String name(long id) {
        if (id == 250) return "Northwind Traders";
        if (id == 251) return "Contoso Ltd";
        if (id == 252) return "Fabrikam Inc";
        int i = (int) (id - FIRST);
        return i < NAMES.size() ? NAMES.get(i) : "Practice Client " + id;
    }

    private static void member(Records records, long id, String first, String last) {
        boolean api = last.equals("API");
        Fixtures.record(records, "members", id).put("identifier", api ? "ScopeAPI" : first.charAt(0) + last.replaceAll("[^A-Za-z]", ""))
            .put("firstName", first).put("lastName", last).put("licenseClass", api ? "A" : "F").put("inactiveFlag", first.equals("Ida"))
            .put("officeEmail", first.toLowerCase() + "@practice.example").put("primaryEmail", first.toLowerCase() + "@practice.example");
    }

    private static void company(Records records, long id, String name) {
        boolean gone = id == 252;
        ObjectNode company = Fixtures.record(records, "companies", id).put("identifier", "CO" + id).put("name", name)
            .put("addressLine1", id + " Main Street").put("city", "Springfield").put("zip", "12345").put("deletedFlag", gone);
        company.putObject("status").put("id", gone ? 2 : 1).put("name", gone ? "Inactive" : "Active");
        ObjectNode shown = References.shown("companies", company);
        for (int k = 0; k < 2; k++) {
            ObjectNode site = Fixtures.record(records, "sites", 2 * id + k).put("name", k == 0 ? "Main" : "Warehouse")
                .put("city", "Springfield").put("primaryAddressFlag", k == 0).put("inactiveFlag", false);
            site.set("company", shown);
            ObjectNode contact = Fixtures.record(records, "contacts", 5 * id + k).put("firstName", k == 0 ? "Alex" : "Kim")
                .put("lastName", "Client" + id).put("inactiveFlag", false).put("defaultFlag", k == 0);
            contact.set("company", shown);
            contact.set("site", References.shown("sites", site));
        }
        Defaults.reference(company, records, "site", "sites", 2 * id);
        Defaults.reference(company, records, "defaultContact", "contacts", 5 * id);
    }
}
