package io.scopebridge.job.cancel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.web.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * A person has cancelled a job.
 *
 * @param by name of the user
 * @param at null until it is stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cancellation(String by, OffsetDateTime at, String reason) {

    /** Characters. */
    private static final int LONGEST_REASON = 1_000;

    public static final String COLUMNS = "cancel_asked_by, cancel_asked_at, cancel_reason";

    /** The body of the request. */
    public record Wish(String reason) {
    }

    /** @throws InvalidInput without a reason */
    public static Cancellation of(Wish wish, String by) {
        String why = wish == null || wish.reason() == null ? "" : wish.reason().strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) throw new InvalidInput("reason", "is required, in at most " + LONGEST_REASON + " characters");
        return new Cancellation(by, null, why);
    }

    /** From {@link #COLUMNS}; null if nobody has. */
    public static Cancellation read(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("cancel_asked_at", OffsetDateTime.class);
        return at == null ? null : new Cancellation(row.getString("cancel_asked_by"), at, row.getString("cancel_reason"));
    }
}
