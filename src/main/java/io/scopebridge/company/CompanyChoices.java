package io.scopebridge.company;

import io.scopebridge.connection.Connection;
import io.scopebridge.database.LikePattern;
import io.scopebridge.remote.TenantCache;
import io.scopebridge.text.SameName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The companies of a tenant to choose from: those of the daily list in the table directory, or, while it is empty, those of
 * {@code direct:<system>-companies}. User input is compared here and never becomes part of a query.
 */
@Component("companyChoices")
public class CompanyChoices {

    /** One more than are shown, to know whether there are more. */
    private static final int MOST = 51;
    private static final String KIND = "company";

    private final JdbcClient db;
    private final TenantCache cache;

    CompanyChoices(JdbcClient db, TenantCache cache) {
        this.db = db;
        this.cache = cache;
    }

    /** Sorted by name, those that contain the text, case-insensitive; all if it is null or blank. At most 51. */
    public List<Map<String, Object>> search(Connection connection, String text) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (!hasList(connection)) {
            return told(connection).filter(row -> name(row).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(CompanyChoices::name, String.CASE_INSENSITIVE_ORDER)).limit(MOST).toList();
        }
        return db.sql("""
                select remote_id, name from directory where connection_id = :connection and kind = :kind
                and lower(name) like :pattern escape '!' order by lower(name), remote_id fetch first :most rows only""")
            .param("connection", connection.id()).param("kind", KIND).param("most", MOST)
            .param("pattern", LikePattern.contains(wanted))
            .query((row, n) -> company(row.getString("remote_id"), row.getString("name"))).list();
    }

    /** The company with this id or name, or null if there is none, or more than one with the name. The daily list may not have it yet. */
    public Map<String, Object> find(Connection connection, Object idOrName) {
        if (idOrName == null) return null;
        String wanted = idOrName.toString().strip();
        List<Map<String, Object>> listed = db.sql("""
                select remote_id, name from directory where connection_id = :connection and kind = :kind
                and (remote_id = :wanted or name_key = :name or name_key is null and lower(name) = lower(:wanted))""")
            .param("connection", connection.id()).param("kind", KIND).param("wanted", wanted).param("name", SameName.key(wanted))
            .query((row, n) -> company(row.getString("remote_id"), row.getString("name"))).list();
        List<Map<String, Object>> found = !listed.isEmpty() ? listed
            : told(connection).filter(row -> row.get("id").toString().equals(wanted) || SameName.of(name(row), wanted)).toList();
        List<Map<String, Object>> byId = found.stream().filter(row -> row.get("id").toString().equals(wanted)).toList();
        List<Map<String, Object>> fitting = byId.isEmpty() ? found : byId;
        return fitting.size() == 1 ? fitting.get(0) : null;
    }

    private boolean hasList(Connection connection) {
        return db.sql("select 1 from directory where connection_id = ? and kind = ? fetch first 1 row only").params(connection.id(), KIND)
            .query(Integer.class).optional().isPresent();
    }

    @SuppressWarnings("unchecked")
    private Stream<Map<String, Object>> told(Connection connection) {
        return ((List<Map<String, Object>>) cache.of(connection, connection.system() + "-companies")).stream()
            .map(row -> company(String.valueOf(row.get("id")), name(row)));
    }

    private static Map<String, Object> company(String id, String name) {
        return Map.of("id", id, "name", name);
    }

    private static String name(Map<String, Object> row) {
        return String.valueOf(row.get("name"));
    }
}
