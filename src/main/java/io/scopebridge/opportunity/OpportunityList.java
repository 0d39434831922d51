package io.scopebridge.opportunity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.scopebridge.database.LikePattern;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A search of opportunities, a page at a time. */
@Repository
class OpportunityList {

    private static final String FOUND = """
        o.connection_id = :connection and (cast(:search as varchar(500)) is null or lower(o.name) like :search escape '!'
            or lower(o.company_name) like :search escape '!' or o.opportunity_id like :search escape '!')""";

    private final JdbcClient db;

    OpportunityList(JdbcClient db) {
        this.db = db;
    }

    /** @param cursor the start of the next page, from {@link OpportunitySort#cursor} */
    record Row(OpportunityView opportunity, String cursor) {
    }

    /** @param connection its id */
    record Found(String connection, @JsonUnwrapped OpportunityView opportunity) {
    }

    /** Across all connections, latest change first. */
    List<Found> search(String search, String state, int limit) {
        OpportunitySort sort = OpportunitySort.of("-changed");
        List<Found> found = db.sql("select o.*, " + sort.by().sql() + """
                 as sort_key, l.remote_id, coalesce(o.published_hash = o.content_hash, false) as up_to_date from opportunity o
                left join ledger_record l on l.connection_id = o.connection_id and l.subject = 'opportunities' and l.step_key = 'opportunity:' || o.opportunity_id
                where (lower(o.name) like :search escape '!' or lower(o.company_name) like :search escape '!' or o.opportunity_id = :id) and\s""" + condition(state)
                + " order by " + sort.order() + ", o.connection_id fetch first " + limit + " rows only")
            .param("search", LikePattern.contains(search)).param("id", search)
            .query((row, n) -> new Found(row.getString("connection_id"), row(row, sort).opportunity())).list();
        Map<String, List<Row>> byConnection = found.stream().collect(Collectors.groupingBy(Found::connection, Collectors.mapping(one -> new Row(one.opportunity(), null), Collectors.toList())));
        Map<String, OpportunityView> whole = new HashMap<>();
        byConnection.forEach((connection, rows) -> withProjects(connection, rows).forEach(row -> whole.put(connection + " " + row.opportunity().id(), row.opportunity())));
        return found.stream().map(one -> new Found(one.connection(), whole.get(one.connection() + " " + one.opportunity().id()))).toList();
    }

    /** Totals of a search by state. */
    record Counts(int offered, int closed, int filteredOut) {
    }

    /** One more than the limit if there are more. */
    List<Row> page(String connection, Listing listing, String state, OpportunitySort sort) {
        OpportunitySort.Place after = listing.after() == null ? null : sort.place(listing.after());
        List<Row> rows = db.sql("select o.*, " + sort.by().sql() + """
                 as sort_key, l.remote_id, coalesce(o.published_hash = o.content_hash, false) as up_to_date from opportunity o
                left join ledger_record l on l.connection_id = o.connection_id and l.subject = 'opportunities' and l.step_key = 'opportunity:' || o.opportunity_id
                where\s""" + FOUND + " and " + condition(state) + (after == null ? "" : " and " + sort.after())
                + " order by " + sort.order() + " fetch first :most rows only")
            .param("connection", connection).param("search", listing.search()).param("most", listing.limit() + 1)
            .param("value", after == null ? null : after.value()).param("id", after == null ? null : after.id())
            .query((row, n) -> row(row, sort)).list();
        return withProjects(connection, rows);
    }

    Counts count(String connection, Listing listing) {
        String counted = Arrays.stream(OpportunityState.values()).map(state -> "count(case when " + state.condition() + " then 1 end)")
            .reduce((one, other) -> one + ", " + other).orElseThrow();
        return db.sql("select " + counted + " from opportunity o where " + FOUND).param("connection", connection).param("search", listing.search())
            .query((row, n) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3))).single();
    }

    /** @throws InvalidInput if there is no such state */
    static void checkState(String state) {
        condition(state);
    }

    private static String condition(String state) {
        if (state == null || state.isBlank()) return "true";
        return Arrays.stream(OpportunityState.values()).filter(one -> one.name().equals(state.toUpperCase(Locale.ROOT).replace('-', '_')))
            .findFirst().map(OpportunityState::condition)
            .orElseThrow(() -> new InvalidInput("state", "must be one of OFFERED, CLOSED, FILTERED_OUT"));
    }

    private List<Row> withProjects(String connection, List<Row> rows) {
        List<String> linked = rows.stream().map(row -> row.opportunity().crmOpportunity()).filter(Objects::nonNull).toList();
        if (linked.isEmpty()) return rows;
        Map<String, List<OpportunityView.Project>> projects = new HashMap<>();
        db.sql("""
                select crm_opportunity_id, project_id, name from project_link
                where connection_id = :connection and crm_opportunity_id in (:linked) order by char_length(project_id), project_id""")
            .param("connection", connection).param("linked", linked).query(row -> {
                projects.computeIfAbsent(row.getString(1), any -> new ArrayList<>()).add(new OpportunityView.Project(row.getString(2), row.getString(3)));
            });
        return rows.stream().map(row -> new Row(row.opportunity().with(projects.getOrDefault(row.opportunity().crmOpportunity(), List.of())), row.cursor())).toList();
    }

    private static Row row(ResultSet row, OpportunitySort sort) throws SQLException {
        String id = row.getString("opportunity_id");
        OpportunityView view = new OpportunityView(id, row.getString("remote_id"), row.getString("name"), row.getString("company_id"),
            row.getString("company_name"), row.getString("owner_name"), row.getString("status"), row.getString("stage"), row.getBigDecimal("amount"),
            OpportunityState.of(row.getBoolean("closed"), row.getString("kept_out_because")), row.getString("kept_out_because"),
            row.getBoolean("up_to_date"), row.getObject("changed_at", OffsetDateTime.class), null, List.of());
        Object key = sort.by() == OpportunitySort.By.CHANGED
            ? row.getObject("sort_key", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC) : row.getString("sort_key");
        return new Row(view, sort.cursor(key, id));
    }
}
