package io.scopebridge.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A time as the API takes it. */
public final class ApiTime {

    private ApiTime() {
    }

    /** @throws DateTimeException if it is none, or none that every database can compare with */
    public static Instant parse(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text.strip());
        if (time.getYear() < 1 || time.getYear() > 9999) throw new DateTimeException("The year has not four digits");
        return time.toInstant();
    }
}
