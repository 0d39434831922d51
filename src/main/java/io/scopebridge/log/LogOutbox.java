package io.scopebridge.log;

import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The problems of entries that were opened, written in the transaction of the entry. Nodes share them: each is taken once. */
@Component
public class LogOutbox {

    private final JdbcClient db;

    LogOutbox(JdbcClient db) {
        this.db = db;
    }

    /**
     * Takes the next rows within the transaction of the caller; those that another node holds are left to it.
     *
     * @return the problems of these rows in their order, so that two nodes lock them in the same one; empty if there is no row
     */
    public TreeSet<String> take(int most) {
        record Row(long id, String problem) {
        }

        List<Row> rows = db.sql("select id, problem from log_outbox order by id fetch first " + most + " rows only for update skip locked")
                .query((row, number) -> new Row(row.getLong(1), row.getString(2))).list();
        TreeSet<String> problems = new TreeSet<>();
        if (rows.isEmpty()) return problems;
        db.sql("delete from log_outbox where id in (:ids)").param("ids", rows.stream().map(Row::id).toList()).update();
        rows.forEach(row -> problems.add(row.problem()));
        return problems;
    }
}
