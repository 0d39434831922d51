package io.scopebridge.practice.autotask;

import io.scopebridge.practice.Records;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Dates, contact, quote and the totals that follow from the period amounts. */
class OpportunityRules implements Rules {

    /** Where totalAmountMonths is empty; what the real system takes then is not documented. */
    private static final int MONTHS = 12;
    private static final Map<String, Integer> MONTHS_OF_PERIOD = Map.of("monthly", 1, "quarterly", 3, "semiannual", 6, "yearly", 12);

    private final Records records;

    OpportunityRules(Records records) {
        this.records = records;
    }

    @Override
    public void apply(Change change) {
        int probability = change.after().path("probability").asInt();
        if (probability < 0 || probability > 100) change.refuse("The probability must be between 0 and 100.");
        checkContact(change);
        Instant created = change.time("createDate");
        if (change.sent().contains("projectedCloseDate") && created != null
            && change.time("projectedCloseDate").isBefore(created.truncatedTo(ChronoUnit.DAYS))) {
            change.refuse("The projectedCloseDate cannot be before the createDate.");
        }
        if (change.changed("useQuoteTotals") && change.after().path("useQuoteTotals").asBoolean() && !hasQuote(change)) {
            change.refuse("useQuoteTotals can only be true if a quote exists for the opportunity.");
        }
        total(change, "Revenue", "amount");
        total(change, "Cost", "cost");
    }

    private void checkContact(Change change) {
        if (!change.has("contactID") || !change.changed("contactID") && !change.changed("companyID")) return;
        long company = change.id("companyID");
        long parent = records.find("Companies", company).map(c -> c.path("parentCompanyID").asLong(-1)).orElse(-1L);
        long ofContact = records.find("Contacts", change.id("contactID")).map(c -> c.path("companyID").asLong()).orElse(-1L);
        if (ofContact != company && ofContact != parent) change.refuse(Errors.badReference("contactID", "Contact"));
    }

    private boolean hasQuote(Change change) {
        return !change.create()
            && records.stream("Quotes").anyMatch(quote -> quote.path("opportunityID").asLong() == change.id("id"));
    }

    private static void total(Change change, String kind, String field) {
        boolean sent = change.sent().contains("onetime" + kind)
            || MONTHS_OF_PERIOD.keySet().stream().anyMatch(period -> change.sent().contains(period + kind));
        if (!sent) return;
        BigDecimal months = BigDecimal.valueOf(change.after().path("totalAmountMonths").asInt(MONTHS));
        BigDecimal total = change.after().path("onetime" + kind).decimalValue();
        for (var period : MONTHS_OF_PERIOD.entrySet()) {
            BigDecimal times = months.divide(BigDecimal.valueOf(period.getValue()), 6, RoundingMode.HALF_UP);
            total = total.add(change.after().path(period.getKey() + kind).decimalValue().multiply(times));
        }
        change.after().put(field, total.setScale(2, RoundingMode.HALF_UP));
    }
}
