package io.scopebridge.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.hub.TestHub;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The list of opportunities, read page by page. */
public final class OpportunityPages {

    private OpportunityPages() {
    }

    /** All rows of the pages, one after the other. */
    public static List<JsonNode> all(TestHub hub, String connection, String query) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = hub.get("/api/connections/" + connection + "/opportunities?" + query + after);
            page.path("opportunities").forEach(rows::add);
            after = page.has("next") ? "&after=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8) : null;
        } while (after != null);
        return rows;
    }

    /** In each order, pages hold every opportunity once, none before one that it comes after. */
    public static void assertEveryOrder(TestHub hub, String connection) {
        assertOrder(hub, connection, "id", row -> row.path("id").asLong());
        assertOrder(hub, connection, "amount", row -> row.has("amount") ? row.path("amount").decimalValue() : BigDecimal.valueOf(-1));
        assertOrder(hub, connection, "changed", row -> OffsetDateTime.parse(row.path("changedAt").asText("0001-01-01T00:00:00Z")).toInstant());
        // Letters are sorted by each database in its own way.
        for (String text : List.of("name", "company")) {
            List<String> up = ids(all(hub, connection, "limit=500&sort=" + text));
            assertThat(up).hasSize(50).doesNotHaveDuplicates();
            assertThat(ids(all(hub, connection, "limit=19&sort=" + text))).as(text).isEqualTo(up);
            assertThat(reversed(ids(all(hub, connection, "limit=19&sort=-" + text)))).as("-" + text).isEqualTo(up);
            List<String> first = all(hub, connection, "sort=" + text).stream().map(row -> row.path(text.equals("name") ? "name" : "companyName").asText().toLowerCase())
                .filter(value -> value.matches("[a-z].*")).map(value -> value.substring(0, 1)).toList();
            assertThat(first).as(text).isNotEmpty().isSorted();
        }
    }

    private static <T extends Comparable<? super T>> void assertOrder(TestHub hub, String connection, String sort, Function<JsonNode, T> key) {
        List<JsonNode> up = all(hub, connection, "limit=19&sort=" + sort);
        assertThat(ids(up)).as(sort).hasSize(50).doesNotHaveDuplicates();
        assertThat(up.stream().map(key).toList()).as(sort).isSorted();
        assertThat(reversed(ids(all(hub, connection, "limit=19&sort=-" + sort)))).as("-" + sort).isEqualTo(ids(up));
    }

    private static List<String> reversed(List<String> ids) {
        List<String> turned = new ArrayList<>(ids);
        Collections.reverse(turned);
        return turned;
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("id").asText()).toList();
    }
}
