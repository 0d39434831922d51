package io.scopebridge.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connections;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Listing;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The company list for forms. */
@RestController
class CompanyController {

    private final JdbcClient db;
    private final Connections connections;
    private final ObjectMapper json;

    CompanyController(JdbcClient db, Connections connections, ObjectMapper json) {
        this.db = db;
        this.connections = connections;
        this.json = json;
    }

    /**
     * @param readAt when the newest entry was read; absent if the list was never read
     * @param next   pass it as {@code after} to get the next page; absent on the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<JsonNode> companies, OffsetDateTime readAt, String next) {
    }

    private record Row(String id, String name, JsonNode content) {
    }

    /** By name. */
    @GetMapping("/api/connections/{id}/companies")
    Page list(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        connections.view(id);
        Listing listing = Listing.of(parameters, Set.of());
        Row after = listing.after() == null ? new Row(null, null, null) : row(listing.after());
        List<Row> rows = db.sql("""
                select remote_id, name, content from directory where connection_id = :connection and kind = 'company'
                and (cast(:search as varchar(500)) is null or lower(name) like :search escape '!')
                and (cast(:name as varchar(300)) is null or name > :name or name = :name and remote_id > :id)
                order by name, remote_id fetch first :most rows only""")
            .param("connection", id).param("search", listing.search()).param("name", after.name()).param("id", after.id())
            .param("most", listing.limit() + 1)
            .query((row, n) -> new Row(row.getString(1), row.getString(2), parsed(row.getString(3)))).list();
        return new Page(listing.page(rows).stream().map(Row::content).toList(), readAt(id), listing.next(rows, CompanyController::token));
    }

    private OffsetDateTime readAt(String id) {
        return db.sql("select max(read_at) from directory where connection_id = ? and kind = 'company'").param(id).query(OffsetDateTime.class).optional().orElse(null);
    }

    private static String token(Row row) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((row.id() + "\n" + row.name()).getBytes(StandardCharsets.UTF_8));
    }

    private static Row row(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", 2);
            if (parts.length == 2) return new Row(parts[0], parts[1], null);
        } catch (IllegalArgumentException notOurs) {
            // reported below
        }
        throw new InvalidInput("after", "must be the next of the previous page");
    }

    private JsonNode parsed(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the directory is not JSON", e);
        }
    }
}
