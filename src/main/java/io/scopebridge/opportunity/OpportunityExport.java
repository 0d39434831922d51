package io.scopebridge.opportunity;

import io.scopebridge.connection.Connections;
import io.scopebridge.web.CsvFile;
import io.scopebridge.web.Listing;
import io.scopebridge.web.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Opportunities as CSV, read a page at a time and streamed, whatever their number. */
@RestController
class OpportunityExport {

    private static final String NAME = "opportunities";
    private static final String[] COLUMNS = {"id", "name", "companyId", "companyName", "ownerName", "status", "stage", "amount", "state", "filteredOutReason", "upToDate", "changedAt",
        "crmOpportunity", "projects"};

    private final OpportunityList list;
    private final Connections connections;

    OpportunityExport(OpportunityList list, Connections connections) {
        this.list = list;
        this.connections = connections;
    }

    /** All that match; {@code search}, {@code state} and {@code sort} as in the list. */
    @GetMapping("/api/connections/{id}/opportunities/export")
    void ofOne(@PathVariable String id, @RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Paging.only(parameters.keySet(), Set.of("search", "state", "sort"));
        OpportunityList.checkState(parameters.get("state"));
        OpportunitySort sort = OpportunitySort.of(parameters.get("sort"));
        String connection = connections.view(id).id();
        CsvFile file = new CsvFile(response, NAME, COLUMNS);
        each(connection, parameters, sort, row -> file.row(cells(row)));
        file.end();
    }

    /** All that match in any connection, by connection, newest ids first; {@code search} and {@code state} as in the list of one. */
    @GetMapping("/api/opportunities/export")
    void ofAll(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Paging.only(parameters.keySet(), Set.of("search", "state"));
        OpportunityList.checkState(parameters.get("state"));
        List<String> ids = connections.views().stream().map(view -> view.id()).toList();
        CsvFile file = new CsvFile(response, NAME, Stream.concat(Stream.of("connection"), Stream.of(COLUMNS)).toArray(String[]::new));
        for (String id : ids) each(id, parameters, OpportunitySort.of(null), row -> file.row(Stream.concat(Stream.of(id), Stream.of(cells(row))).toArray()));
        file.end();
    }

    private void each(String connection, Map<String, String> parameters, OpportunitySort sort, Consumer<OpportunityView> write) {
        Listing listing = Listing.of(parameters, Set.of("state", "sort"));
        String after = null;
        do {
            listing = new Listing(listing.search(), after, Paging.MOST_ROWS);
            List<OpportunityList.Row> rows = list.page(connection, listing, parameters.get("state"), sort);
            listing.page(rows).forEach(row -> write.accept(row.opportunity()));
            after = listing.next(rows, OpportunityList.Row::cursor);
        } while (after != null);
    }

    private static Object[] cells(OpportunityView row) {
        return new Object[] {row.id(), row.name(), row.companyId(), row.companyName(), row.ownerName(), row.status(), row.stage(), row.amount(), row.state(), row.filteredOutReason(),
            row.upToDate(), row.changedAt(), row.crmOpportunity(), row.projects().stream().map(OpportunityView.Project::id).collect(Collectors.joining(" "))};
    }
}
