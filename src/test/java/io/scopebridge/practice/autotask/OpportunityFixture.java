package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** 1,250 opportunities 5001 to 6250 of a fixed past, the agreed ones among them; one in forty is driven by a quote. */
final class OpportunityFixture {

    static final Instant TODAY = Instant.parse("2026-11-01T00:00:00Z");
    private static final int COUNT = 1250;
    private static final long FIRST = 5001;

    private static final List<Integer> STATUSES = List.of(1, 1, 1, 0, 1, 2, 1, 3, 1, 4);
    private static final List<Integer> STAGES = List.of(11, 14, 15, 17, 21, 23);
    private static final List<String> SUBJECTS = List.of("Server refresh", "Microsoft 365 migration", "Wi-Fi upgrade",
        "Backup & recovery review", "Office \"North\" fit-out", "Branch network refresh", "Security assessment 🔒",
        "サーバー更新", "Phone system's replacement", "Endpoint roll-out <phase 1>", "Réseau du siège", "50% discount; VDI pilot");

    private OpportunityFixture() {
    }

    static void fill(Records records) {
        List<Long> companies = CompanyFixture.ids();
        for (int i = 0; i < COUNT; i++) {
            long company = companies.get(i * 7 % companies.size());
            int status = STATUSES.get(i % STATUSES.size());
            String title = SUBJECTS.get(i % SUBJECTS.size()) + " " + (i / SUBJECTS.size() + 1);
            put(records, i, title, company, status, STAGES.get(i * 5 % 37 % STAGES.size()));
        }
        put(records, 560, "Firewall refresh", 174, 1, 14);
        put(records, 561, "Office move, phase 2", 175, 1, 15);
        put(records, 562, "Data centre exit", 176, 1, 17);
    }

    /** A new opportunity with everything that is required. */
    static ObjectNode opportunity(String title, long company, int status, int stage, Instant at) {
        return PracticeAutotask.json().put("title", title).put("companyID", company).put("contactID", CompanyFixture.contact(company))
            .put("status", status).put("stage", stage).put("amount", 0).put("cost", 0).put("probability", 50)
            .put("ownerResourceID", PeopleFixture.FIRST_RESOURCE).put("startDate", at.toString()).put("createDate", at.toString())
            .put("projectedCloseDate", at.plus(Duration.ofDays(60)).toString()).put("lastActivity", at.toString())
            .put("opportunityCategoryID", 1).put("useQuoteTotals", false);
    }

    private static void put(Records records, int i, String title, long company, int status, int stage) {
        Instant active = TODAY.minus(Duration.ofMinutes(i * 7919L % (200 * 24 * 60))).minusMillis(i * 37L % 1000);
        Instant created = active.minus(Duration.ofDays(20 + i % 60));
        BigDecimal amount = BigDecimal.valueOf(100_000L + i * 9_876_543L % 9_000_000, 2);
        BigDecimal cost = amount.multiply(new BigDecimal("0.6")).setScale(2, RoundingMode.HALF_UP);
        boolean quoted = i % 40 == 7;
        ObjectNode record = opportunity(title, company, status, stage, created).put("lastActivity", active.toString())
            .put("amount", amount).put("onetimeRevenue", amount).put("cost", cost).put("onetimeCost", cost)
            .put("probability", i % 11 * 10).put("ownerResourceID", PeopleFixture.FIRST_RESOURCE + i % PeopleFixture.RESOURCES)
            .put("useQuoteTotals", quoted);
        if (status == 2) record.put("lostDate", active.toString()).put("lossReason", 1 + i % 3);
        if (status >= 3) record.put("closedDate", active.toString()).put("winReason", 1 + i % 3);
        PeopleFixture.put(records, "Opportunities", FIRST + i, record);
        if (quoted) PeopleFixture.put(records, "Quotes", 7001L + i, PracticeAutotask.json().put("name", "Quote for " + (FIRST + i))
            .put("opportunityID", FIRST + i).put("companyID", company).put("effectiveDate", created.toString())
            .put("expirationDate", created.plus(Duration.ofDays(90)).toString()).put("billToLocationID", 1).put("shipToLocationID", 1)
            .put("soldToLocationID", 1).put("primaryQuote", true).put("isActive", true).put("quoteNumber", i + 1));
    }
}
