package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** 2,620 opportunities from 1001, last updated in the 120 days before November 2026. */
final class OpportunityFixtures {

    static final long FIRST = 1001;
    static final int COUNT = 2620;

    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final List<String> WORK = List.of("Network refresh", "Server migration", "Wi-Fi survey", "Backup rollout",
        "Laptop replacement", "Phone system", "Security review");
    private static final List<String> ODD = List.of("Wi-Fi \"guest\" & staff", "O'Brien's café", "🚀 Launch day", "データセンター移転",
        "50% off <today>", "Ünïcode\tand tabs", "a, b; c | d \\ e");

    private OpportunityFixtures() {
    }

    static void lay(Records records) {
        for (int i = 0; i < COUNT; i++) {
            long id = FIRST + i;
            ObjectNode company = records.find("companies", company(id)).orElseThrow();
            ObjectNode made = opportunity(records, id, name(id), company);
            boolean agreed = id >= 1042 && id <= 1044;
            if (!agreed) {
                made.set("status", References.shown("opportunityStatuses", records.find("opportunityStatuses", status(i)).orElseThrow()));
                made.set("stage", References.shown("stages", records.find("stages", 1 + i % 6).orElseThrow()));
                if (i % 97 == 5) made.putNull("site").putNull("stage");
            }
            String updated = NOVEMBER.minus(Duration.ofMinutes(1 + i * 6367L % 172_800)).toString();
            made.withObjectProperty("_info").put("lastUpdated", updated).put("updatedBy", "JDoe");
            records.put("opportunities", id, made);
        }
        typedLine(records);
    }

    /** An open opportunity in its first stage, not put anywhere yet. */
    static ObjectNode opportunity(Records records, long id, String name, ObjectNode company) {
        long companyId = company.get("id").asLong();
        ObjectNode made = Errors.object().put("id", id).put("name", name)
            .put("expectedCloseDate", NOVEMBER.plus(Duration.ofDays(id % 180)).toString());
        Defaults.reference(made, records, "type", "opportunityTypes", 1 + id % 2);
        Defaults.reference(made, records, "status", "opportunityStatuses", 1);
        Defaults.reference(made, records, "stage", "stages", 1);
        Defaults.reference(made, records, "primarySalesRep", "members", 155 + id % 8);
        made.set("company", References.shown("companies", company));
        Defaults.reference(made, records, "contact", "contacts", 5 * companyId);
        Defaults.reference(made, records, "site", "sites", 2 * companyId);
        made.put("locationId", 2).put("businessUnitId", 10).put("notes", "Practice data").put("closedDate", (String) null);
        made.putArray("customFields");
        return made;
    }

    private static String name(long id) {
        if (id == 1042) return "Firewall refresh";
        if (id == 1043) return "Office move, phase 2";
        if (id == 1044) return "Data centre exit";
        if (id % 50 == 7) return ODD.get((int) (id / 50 % ODD.size())) + " " + id;
        if (id == 1100) return "x".repeat(100);
        return WORK.get((int) (id % WORK.size())) + " " + id;
    }

    private static long company(long id) {
        if (id >= 1042 && id <= 1044) return 250 + id - 1042;
        long company = CompanyFixtures.FIRST + id * 7 % CompanyFixtures.COUNT;
        return company == 252 ? 253 : company;
    }

    private static long status(int i) {
        return new long[] {1, 5, 1, 2, 1, 3, 1, 5, 2, 4}[i % 10];
    }

    private static void typedLine(Records records) {
        ObjectNode line = Fixtures.record(records, "forecastItems", 601).put("forecastDescription", "Cabling, typed by hand")
            .put("forecastType", "Other1").put("quantity", 1.0).put("revenue", 750.0).put("cost", 300.0).put("margin", 450.0)
            .put("includeFlag", true).put("recurringFlag", false).put("linkFlag", false);
        line.putObject("opportunity").put("id", 1042).put("name", "Firewall refresh");
        line.putObject("status").put("id", 1).put("name", "Open");
    }
}
