package io.scopebridge.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.remote.RemoteRow;
import io.scopebridge.text.Graphemes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A page of companies as a mapping gives them, cleaned row by row. */
final class CompanyPage {

    private static final int LONGEST_ID = 40;
    private static final List<String> TEXTS = List.of("identifier", "status", "street", "city", "state", "postalCode", "country");

    private CompanyPage() {
    }

    /** By id; takes what was left out into the oddities. */
    static Map<String, ObjectNode> of(JsonNode given, List<String> oddities) {
        Map<String, ObjectNode> rows = new TreeMap<>();
        given.forEach(row -> take(row, rows, oddities));
        return rows;
    }

    /** Whether a system may have a record of this id. */
    static boolean isId(String text) {
        return text.length() <= LONGEST_ID && text.matches("[\\p{Alnum}_.:-]+");
    }

    private static void take(JsonNode given, Map<String, ObjectNode> rows, List<String> oddities) {
        JsonNode id = given.path("id");
        String text = id.isTextual() || id.isNumber() ? id.asText().strip() : "";
        if (!isId(text)) {
            oddities.add("A row of the companies has no id that can be used (" + Graphemes.cut(id.toString(), 60) + "); it is left out.");
            return;
        }
        ObjectNode content = given.deepCopy();
        RemoteRow row = new RemoteRow(content.put("id", text), "Company " + text).text("name", 300, "Company " + text);
        TEXTS.stream().filter(content::has).forEach(field -> row.text(field, 300));
        oddities.addAll(row.oddities());
        rows.put(text, content);
    }
}
