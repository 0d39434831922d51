package io.scopebridge.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;

/** What anybody would write: a loop over the pages with an HTTP client, Jackson and batched JDBC. It checks nothing and reports nothing. */
class PlainPoll {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;
    private static final String FIELDS = "fields=id,name,status,stage,company,site,primarySalesRep,expectedCloseDate,customFields,_info";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String connectWise;
    private final DataSource database;

    PlainPoll(String connectWise, DataSource database) {
        this.connectWise = connectWise;
        this.database = database;
    }

    /** Reads all and stores what is new or changed; the number of rows read. */
    int run(String connection) throws Exception {
        int read = 0;
        long after = 0;
        try (Connection db = database.getConnection()) {
            db.setAutoCommit(false);
            for (JsonNode page = page(after); !page.isEmpty(); page = page(after)) {
                Map<String, String> known = known(db, connection, page);
                try (PreparedStatement insert = db.prepareStatement("insert into opportunity (connection_id, opportunity_id, name, company_id, company_name, owner_id, "
                    + "owner_name, status_id, status, stage_id, stage, closed, offered, changed_at, content, content_hash) "
                    + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, false, ?, ?, ?)")) {
                    for (JsonNode row : page) {
                        String content = row.toString();
                        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
                        if (!hash.equals(known.get(row.path("id").asText()))) add(insert, connection, row, content, hash);
                        after = row.path("id").asLong();
                        read++;
                    }
                    insert.executeBatch();
                }
                db.commit();
            }
        }
        return read;
    }

    private static Map<String, String> known(Connection db, String connection, JsonNode page) throws Exception {
        Map<String, String> known = new HashMap<>();
        Object[] ids = new Object[page.size()];
        for (int i = 0; i < ids.length; i++) ids[i] = page.get(i).path("id").asText();
        try (PreparedStatement select = db.prepareStatement("select o.opportunity_id, o.content_hash from unnest(?) as asked (id) "
            + "join opportunity o on o.connection_id = ? and o.opportunity_id = asked.id")) {
            select.setArray(1, db.createArrayOf("varchar", ids));
            select.setString(2, connection);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) known.put(rows.getString(1), rows.getString(2));
            }
        }
        return known;
    }

    private static void add(PreparedStatement insert, String connection, JsonNode row, String content, String hash) throws Exception {
        insert.setString(1, connection);
        insert.setString(2, row.path("id").asText());
        insert.setString(3, row.path("name").asText());
        int column = 4;
        for (String reference : new String[] {"company", "primarySalesRep", "status", "stage"}) {
            insert.setString(column++, row.path(reference).path("id").asText(null));
            insert.setString(column++, row.path(reference).path("name").asText(null));
        }
        insert.setObject(12, OffsetDateTime.parse(row.path("_info").path("lastUpdated").asText()));
        insert.setString(13, content);
        insert.setString(14, hash);
        insert.addBatch();
    }

    private JsonNode page(long after) throws Exception {
        String user = PracticeConnectWise.COMPANY_ID + "+" + PracticeConnectWise.PUBLIC_KEY + ":" + PracticeConnectWise.PRIVATE_KEY;
        HttpRequest request = HttpRequest.newBuilder(URI.create(connectWise + "/v4_6_release/apis/3.0/sales/opportunities?" + FIELDS + "&pageSize=" + PAGE + "&pageId=" + after))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
            .header("clientId", PracticeConnectWise.CLIENT_ID).header("pagination-type", "forward-only")
            .header("Accept", "application/vnd.connectwise.com+json; version=2025.1").build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new AssertionError(answer.body());
        return JSON.readTree(answer.body());
    }
}
