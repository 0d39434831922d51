package io.scopebridge.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as both databases store and return them: milliseconds, so that written and read values are equal. */
public final class TimeColumn {

    private TimeColumn() {
    }

    public static OffsetDateTime now() {
        return of(Instant.now());
    }

    /** Null for null. */
    public static OffsetDateTime of(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    /** Null for null. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
