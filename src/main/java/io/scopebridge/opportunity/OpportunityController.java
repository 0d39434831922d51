package io.scopebridge.opportunity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.connection.Connections;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Listing;
import io.scopebridge.web.Paging;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The opportunities of the PSA: offered, closed, or filtered out with the reason. */
@RestController
class OpportunityController {

    private final OpportunityList list;
    private final OpportunityAddresses addresses;
    private final Connections connections;

    OpportunityController(OpportunityList list, OpportunityAddresses addresses, Connections connections) {
        this.list = list;
        this.addresses = addresses;
        this.connections = connections;
    }

    /** @param next pass it as {@code after} to get the next page; absent on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<OpportunityView> opportunities, String next) {
    }

    /** Newest ids first, unless {@code sort} is given: id, name, company, amount or changed, with a leading minus for descending order. */
    @GetMapping("/api/connections/{id}/opportunities")
    Page list(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        connections.view(id);
        Listing listing = Listing.of(parameters, Set.of("state", "sort"));
        List<OpportunityList.Row> rows = list.page(id, listing, parameters.get("state"), OpportunitySort.of(parameters.get("sort")));
        Optional<String> address = rows.isEmpty() ? Optional.empty() : addresses.of(id);
        return new Page(listing.page(rows).stream().map(OpportunityList.Row::opportunity).map(row -> address
            .map(page -> row.at(page.replace("{id}", UriUtils.encode(row.id(), StandardCharsets.UTF_8)))).orElse(row)).toList(),
            listing.next(rows, OpportunityList.Row::cursor));
    }

    /** @param more whether there are more: narrow the search */
    record Found(List<OpportunityList.Found> opportunities, boolean more) {
    }

    /**
     * Across all connections, latest change first.
     *
     * @param search part of the name or company, or the whole id; at least two characters
     */
    @GetMapping("/api/opportunities")
    Found search(@RequestParam Map<String, String> all, @RequestParam String search, @RequestParam(required = false) String state, @RequestParam(defaultValue = "50") String limit) {
        Paging.only(all.keySet(), Set.of("search", "state", "limit"));
        if (search.strip().length() < 2 || search.length() > 200) throw new InvalidInput("search", "must have 2 to 200 characters");
        int most = Paging.limit(limit);
        List<OpportunityList.Found> found = list.search(search.strip(), state, most + 1);
        Map<String, Optional<String>> pages = addresses.ofAll(found.stream().map(OpportunityList.Found::connection).toList());
        return new Found(found.stream().limit(most).map(row -> new OpportunityList.Found(row.connection(), pages.get(row.connection())
            .map(page -> row.opportunity().at(page.replace("{id}", UriUtils.encode(row.opportunity().id(), StandardCharsets.UTF_8)))).orElse(row.opportunity()))).toList(), found.size() > most);
    }

    /** Totals per state, with the same {@code search}. */
    @GetMapping("/api/connections/{id}/opportunities/counts")
    OpportunityList.Counts counts(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        connections.view(id);
        return list.count(id, Listing.of(parameters, Set.of()));
    }
}
