package io.scopebridge.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Times as remote systems write them: with a zone, without one (then UTC), with a blank instead of T, or a date only. */
public final class LenientTime {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().parseCaseInsensitive().append(DateTimeFormatter.ISO_LOCAL_DATE)
        .optionalStart().appendPattern("['T'][' ']").append(DateTimeFormatter.ISO_LOCAL_TIME)
        .optionalStart().appendPattern("[XXX][XX][X]").optionalEnd().optionalEnd().toFormatter().withResolverStyle(ResolverStyle.STRICT);

    private LenientTime() {
    }

    /** Empty if it is not a time, including null and blank. */
    public static Optional<OffsetDateTime> of(String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        try {
            TemporalAccessor read = FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime exact) return Optional.of(exact);
            if (read instanceof LocalDateTime local) return Optional.of(local.atOffset(ZoneOffset.UTC));
            return Optional.of(((LocalDate) read).atStartOfDay().atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
