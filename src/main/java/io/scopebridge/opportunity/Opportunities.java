package io.scopebridge.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores opportunities read from the PSAs, a page at a time. Closings are handled by {@link Closing}. */
@Component("opportunities")
public class Opportunities {

    private final OpportunityRows table;
    private final ClosingRows closings;
    private final ObjectMapper json;

    Opportunities(OpportunityRows table, ClosingRows closings, ObjectMapper json) {
        this.table = table;
        this.closings = closings;
        this.json = json;
    }

    /** The result for the rows of a page. */
    private static class Page {
        private final List<PolledOpportunity> added = new ArrayList<>();
        private final List<PolledOpportunity> changed = new ArrayList<>();
        private final List<PolledOpportunity> closing = new ArrayList<>();
        private int letThrough;
    }

    /**
     * Stores a page of rows in a few statements. Filtered-out rows are stored with the reason and never published. Rows that are open in
     * ScopeStack and would be closed are only marked.
     */
    @Transactional
    public void take(@Body Object given, @Variable("connection") Connection of, @Variable("filter") Map<String, Object> wanted,
                     @Variable("unknown") List<?> unknown, @Variable("poll") PollCount count) {
        String connection = of.id();
        OpportunityFilter filter = json.convertValue(wanted, OpportunityFilter.class);
        // A typing error in the filter must not close anything.
        boolean sure = unknown.isEmpty();
        JsonNode page = json.valueToTree(given);
        OpportunityPage cleaned = OpportunityPage.of(page, count.began());
        List<Opportunity> rows = cleaned.rows();
        count.listed(rows.size());
        count.odd(cleaned.oddities());
        List<String> ids = rows.stream().map(Opportunity::id).toList();
        count.saw(ids);
        Map<String, OpportunityRows.Known> known = table.known(connection, ids);
        Page sorted = new Page();
        for (Opportunity row : rows) {
            count.saw(row.changedAt());
            sort(row, filter.keepsOut(row), known.get(row.id()), sure, sorted);
        }
        table.insert(connection, sorted.added);
        table.update(connection, sorted.changed);
        closings.add(connection, sorted.closing);
        count.add(rows.size(), sorted.letThrough, (int) shown(sorted.added) + (int) shown(sorted.changed));
    }

    private static void sort(Opportunity row, String because, OpportunityRows.Known known, boolean sure, Page page) {
        if (because == null) page.letThrough++;
        boolean offered = because == null || known != null && known.offered();
        boolean shownOpen = known != null && known.offered() && !known.closed();
        PolledOpportunity kept = new PolledOpportunity(because != null && offered ? row.asClosed() : row, offered, because);
        if (known == null) page.added.add(kept);
        else if (shownOpen && kept.row().closed()) {
            if (because == null || sure) page.closing.add(kept);
        } else if (!known.hash().equals(kept.row().hash()) || known.offered() != offered || !Objects.equals(known.filteredOutReason(), because)) {
            page.changed.add(kept);
        }
    }

    private static long shown(List<PolledOpportunity> rows) {
        return rows.stream().filter(PolledOpportunity::offered).count();
    }
}
