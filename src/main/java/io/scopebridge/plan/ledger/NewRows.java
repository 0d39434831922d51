package io.scopebridge.plan.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds the rows of steps that no earlier plan of the subject had. */
final class NewRows {

    private static final int ROWS_PER_INSERT = 100;

    private final JdbcClient db;

    NewRows(JdbcClient db) {
        this.db = db;
    }

    /** @param covers of each step, by key, as JSON */
    void insert(List<LedgerRow> missing, Map<String, String> covers) {
        for (int from = 0; from < missing.size(); from += ROWS_PER_INSERT) {
            List<LedgerRow> rows = missing.subList(from, Math.min(missing.size(), from + ROWS_PER_INSERT));
            List<Object> values = new ArrayList<>();
            rows.forEach(row -> values.addAll(Arrays.asList(row.connectionId(), row.subject(), row.key(), row.system(), row.endpoint(),
                row.position(), row.title(), row.mode().name(), row.state().name(), covers.get(row.key()))));
            db.sql("insert into ledger (connection_id, subject, step_key, system, endpoint, position, title, mode, state, covers) values (?,?,?,?,?,?,?,?,?,?)%s on conflict do nothing"
                .formatted(",(?,?,?,?,?,?,?,?,?,?)".repeat(rows.size() - 1))).params(values).update();
        }
    }
}
