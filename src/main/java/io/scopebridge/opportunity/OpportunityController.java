package io.scopebridge.opportunity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.InvalidInput;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the PSA has, what the filter let through and what it kept out, and why. */
@RestController
class OpportunityController {

    private static final RowMapper<OpportunityView> VIEW = (row, n) -> new OpportunityView(row.getString("opportunity_id"),
        row.getString("remote_id"), row.getString("name"), row.getString("company_id"), row.getString("company_name"), row.getString("owner_name"),
        row.getString("status"), row.getString("stage"), row.getBigDecimal("amount"),
        OpportunityState.of(row.getBoolean("closed"), row.getString("kept_out_because")), row.getString("kept_out_because"),
        row.getBoolean("up_to_date"), row.getObject("changed_at", OffsetDateTime.class));

    private final JdbcClient db;
    private final Connections connections;

    OpportunityController(JdbcClient db, Connections connections) {
        this.db = db;
        this.connections = connections;
    }

    /** @param next what to ask for as {@code after} to get the next page; absent on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<OpportunityView> opportunities, String next) {
    }

    /** The newest ids first. */
    @GetMapping("/api/connections/{id}/opportunities")
    Page list(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        connections.view(id);
        Listing listing = Listing.of(parameters, Set.of("state"));
        String after = listing.after();
        if (after != null && !after.matches("[0-9]{1,18}")) throw new InvalidInput("after", "must be the next of the page before");
        List<OpportunityView> rows = db.sql("""
                select o.*, l.remote_id, coalesce(o.published_hash = o.content_hash, false) as up_to_date from opportunity o
                left join ledger l on l.connection_id = o.connection_id and l.subject = 'opportunities' and l.step_key = 'opportunity:' || o.opportunity_id
                where o.connection_id = :connection and (cast(:search as varchar(500)) is null or lower(o.name) like :search escape '!'
                    or lower(o.company_name) like :search escape '!' or o.opportunity_id like :search escape '!')
                and (cast(:after as varchar(40)) is null or char_length(o.opportunity_id) < char_length(cast(:after as varchar(40)))
                    or char_length(o.opportunity_id) = char_length(cast(:after as varchar(40))) and o.opportunity_id < :after) and\s""" + condition(parameters.get("state")) + """

                order by char_length(o.opportunity_id) desc, o.opportunity_id desc fetch first :most rows only""")
            .param("connection", id).param("search", listing.search()).param("after", after).param("most", listing.limit() + 1).query(VIEW).list();
        return new Page(listing.page(rows), listing.next(rows, OpportunityView::id));
    }

    private static String condition(String state) {
        if (state == null || state.isBlank()) return "true";
        return Arrays.stream(OpportunityState.values()).filter(one -> one.name().equals(state.toUpperCase(Locale.ROOT).replace('-', '_')))
            .findFirst().map(OpportunityState::condition)
            .orElseThrow(() -> new InvalidInput("state", "must be one of OFFERED, CLOSED, KEPT_OUT"));
    }
}
