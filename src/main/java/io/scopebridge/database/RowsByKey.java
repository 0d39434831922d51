package io.scopebridge.database;

import java.sql.Connection;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Queries for the rows with given keys, where a key is the last column of an index on several. For {@code column in (...)} H2 reads all rows
 * of the columns before it, and for a join with the keys PostgreSQL may do the same, so each gets the form for which it reads these rows only.
 */
@Component
public class RowsByKey {

    private static final Pattern FROM = Pattern.compile("\\sfrom\\s");

    private final boolean h2;

    public RowsByKey(JdbcTemplate db) {
        h2 = Boolean.TRUE.equals(db.execute((ConnectionCallback<Boolean>) RowsByKey::isH2));
    }

    private static boolean isH2(Connection connection) throws java.sql.SQLException, DataAccessException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    /** @param sql from one table, with {@code = any(:keys)}, for the parameter {@link #keys} */
    public String query(String sql) {
        return h2 ? FROM.matcher(sql).replaceFirst(" from unnest(:keys) as asked (asked_key) cross join ").replace("= any(:keys)", "= asked.asked_key") : sql;
    }

    public static SqlArrayValue keys(Collection<String> keys) {
        return new SqlArrayValue("varchar", new LinkedHashSet<>(keys).toArray());
    }
}
