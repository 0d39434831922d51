package io.scopebridge.practice.autotask;

import io.scopebridge.practice.Records;
import java.util.ArrayList;
import java.util.List;

/** 45 companies of which 176 is inactive, each with two contacts, and the tenant's own company 0. */
final class CompanyFixture {

    static final int COMPANIES = 45;

    private static final List<String> NAMES = List.of("Adventure Works", "Tailspin Toys", "Wide World Importers",
        "Alpine Ski House", "Blue Yonder Airlines", "City Power & Light", "Coho Vineyard", "Consolidated Messenger",
        "Fourth Coffee", "Graphic Design Institute", "Humongous Insurance", "Litware Partners", "Lucerne Publishing",
        "Margie's Travel", "Munson's Pickles", "Proseware Holding", "School of Fine Art", "Southridge Video",
        "The Phone Company", "Trey Research", "Woodgrove Bank", "Best For You Organics", "Bellows College",
        "Lamna Healthcare", "Liberty's Delightful Bakery", "Nod Publishers", "Relecloud", "VanArsdel Ltd",
        "Wingtip Toys", "Müller & Söhne", "Société Générique", "東京設計株式会社", "Ørsted Vind", "A. Datum", "Baldwin Museum",
        "Contractor's \"Choice\"", "Olympia Schools", "Northern Rail", "Harbour Clinic", "Parkside Dental", "Quayside Legal",
        "Riverbank Foods");

    private CompanyFixture() {
    }

    static void fill(Records records) {
        company(records, 0, "Practice MSP", true);
        for (int i = 0; i < NAMES.size(); i++) company(records, 101 + i, NAMES.get(i), true);
        company(records, 174, "Northwind Traders", true);
        company(records, 175, "Contoso Ltd", true);
        company(records, 176, "Fabrikam Inc", false);
    }

    /** The ids without the tenant's own company, in a fixed order. */
    static List<Long> ids() {
        List<Long> ids = new ArrayList<>();
        for (long id = 101; id < 101 + NAMES.size(); id++) ids.add(id);
        ids.addAll(List.of(174L, 175L, 176L));
        return ids;
    }

    /** The active one of the company's two contacts. */
    static long contact(long company) {
        return 30000 + 2 * company;
    }

    private static void company(Records records, long id, String name, boolean active) {
        String touched = OpportunityFixture.TODAY.minusSeconds(86_400 * (id % 90)).toString();
        PeopleFixture.put(records, "Companies", id, PracticeAutotask.json().put("companyName", name)
            .put("companyNumber", "C" + id).put("companyType", 1).put("isActive", active)
            .put("address1", id + " High Street").put("city", "Tampa").put("state", "FL").put("postalCode", "33602")
            .put("ownerResourceID", PeopleFixture.FIRST_RESOURCE + id % PeopleFixture.RESOURCES).put("phone", "555-0" + (100 + id % 100))
            .put("createDate", "2019-05-06T08:00:00Z").put("lastActivityDate", touched).put("lastTrackedModifiedDateTime", touched));
        for (int i = 0; i < 2; i++) {
            PeopleFixture.put(records, "Contacts", contact(id) + i, PracticeAutotask.json().put("companyID", id)
                .put("firstName", i == 0 ? "Sam" : "Alex").put("lastName", "Contact " + id)
                .put("emailAddress", (i == 0 ? "sam" : "alex") + id + "@customer.example").put("isActive", 1 - i)
                .put("createDate", "2019-05-06T08:00:00Z").put("lastActivityDate", touched).put("lastModifiedDate", touched));
        }
    }
}
