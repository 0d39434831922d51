package io.scopebridge.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the log as years of a busy hub would: a few large tenants and many small ones, a twentieth open, some pairs that never meet. */
final class ManyLogRows {

    /** The first has half of all rows. */
    static final int CONNECTIONS = 40;
    static final List<String> FLOWS = List.of("push-project", "poll-opportunities", "watch-projects", "sync-revenue", "create-sales-order");
    private static final String SPREAD = "mod(cast(n as bigint) * 7919, 1000003)";

    private ManyLogRows() {
    }

    static String connection(int number) {
        return "tenant-" + number;
    }

    private static final int CHUNK = 2_000;

    /** @param numbers SQL that gives rows with one column n, from the first %d to the second */
    static void write(JdbcClient db, String numbers, int rows) {
        for (int from = 1; from <= rows; from += CHUNK) write(db, numbers.formatted(from, Math.min(rows, from + CHUNK - 1)));
    }

    /** The same for very many: the indexes are made afterwards, as a million rows in no order of theirs would take H2 an hour and 10 GB. */
    static void writeThenIndex(JdbcClient db, String numbers, int rows) throws IOException {
        List<String> indexes = Files.readAllLines(Path.of("src/main/resources/db/migration/V1__scopebridge.sql")).stream()
            .filter(line -> line.startsWith("create index log_")).map(line -> line.replace(";", "")).toList();
        indexes.forEach(index -> db.sql("drop index " + index.split(" ")[2]).update());
        write(db, numbers, rows);
        indexes.forEach(index -> db.sql(index).update());
    }

    private static void write(JdbcClient db, String numbers) {
        db.sql("""
                insert into log_entry (connection_id, flow, subject, step, job_id, failure_class, cause, remedy, field, searchable,
                  payload, request, response, state, created_at, last_at, resolved_at)
                select connection_id, flow, subject, step, n, failure_class, cause, 'Mend it in the PSA, then replay this entry.', 'summary',
                  lower(cause || ' summary ' || subject), '{"project": "90001", "options": {}}',
                  'POST /project/tickets {"summary": "' || repeat('x', 200) || '"}', 'HTTP 400 {"message": "' || repeat('y', 200) || '"}',
                  state, happened, happened, case when state = 'OPEN' then null else happened end
                from (select n, 'tenant-' || case when mod(r, 2) = 0 then 0 else mod(r, %d) end as connection_id,
                    case mod(r, 17) when 0 then 'poll-opportunities' when 1 then 'watch-projects' when 2 then 'sync-revenue'
                      when 3 then 'create-sales-order' else 'push-project' end as flow,
                    case when mod(r, 17) = 0 then 'opportunities' when mod(r, 17) = 1 then 'projects' else 'project:' || mod(r, 50000) end as subject,
                    case when mod(r, 17) > 4 then 'ticket:' || mod(r, 90000) end as step,
                    case when mod(r, 17) = 0 then 'AUTHENTICATION' when mod(r, 17) = 1 then 'TRANSIENT'
                      when mod(r, 9973) = 0 then 'BUG' when mod(r, 3) = 0 then 'VALIDATION' when mod(r, 3) = 1 then 'MISSING_REFERENCE' else 'PERMISSION' end as failure_class,
                    'The ticket "Part ' || mod(r, 70000) || '" was refused: the value of summary is not one that this board takes.' as cause,
                    case when mod(r, 20) = 7 then 'OPEN' else 'RESOLVED' end as state,
                    timestamp with time zone '2026-01-01 00:00:00+00' + n * interval '20' second as happened
                  from (select n, %s as r from (%s) numbered) spread) made""".formatted(CONNECTIONS, SPREAD, numbers)).update();
    }
}
