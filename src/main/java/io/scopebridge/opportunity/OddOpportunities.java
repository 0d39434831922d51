package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import io.scopebridge.log.OddRows;
import java.util.List;
import java.util.Map;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** The parts of rows that a poll left out, for the log. */
@Component("oddOpportunities")
public class OddOpportunities {

    private final OddRows oddRows;

    OddOpportunities(OddRows oddRows) {
        this.oddRows = oddRows;
    }

    /** Names what rows refer to and the PSA did not return. */
    public void unnamed(PollCount poll, Map<String, Object> names) {
        if (names.get("missing") instanceof Map<?, ?> missing) missing.forEach((kind, ids) -> poll.odd(((List<?>) ids).stream().map(id ->
            "Opportunities refer to the record " + id + " of " + kind + ", which the PSA does not return: it was deleted, or the hub's user may not see it. Its id is shown in place of its name.").toList()));
    }

    /** @param since null after a full sync, which has read every row: earlier errors that did not recur are resolved */
    public void report(@Variable("connection") Connection connection, @Variable("flow") String flow, @Variable("subject") String subject,
                       @Variable("jobId") Long job, @Variable("poll") PollCount poll, @Variable("since") String since) {
        if (since == null) oddRows.only(connection.id(), flow, subject, poll.oddities());
        oddRows.found(connection.id(), flow, subject, job, poll.oddities(), "Correct the record in the PSA. The rest of it, and all other records, were read.");
    }
}
