package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import io.scopebridge.remote.ReadMarks;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * How far the polls have read, by the clock of the remote system. It counts as long as the connection's settings mean the same in the
 * tenant: if their fingerprint differs, the next sync is a full one.
 */
@Component("watermarks")
public class Watermarks {

    private static final String FLOW = "poll-opportunities";
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private final ReadMarks marks;

    Watermarks(ReadMarks marks) {
        this.marks = marks;
    }

    /**
     * The time, as {@code yyyy-MM-ddTHH:mm:ssZ}, from which changes have to be read; null for a full sync.
     *
     * @param fingerprint of all that the names in the settings resolve to
     * @param full        true if a full sync is requested
     */
    public String since(Connection connection, String fingerprint, Boolean full) {
        if (Boolean.TRUE.equals(full)) return null;
        return marks.of(connection.id(), FLOW)
            .map(value -> value.split("\\|", 2))
            .filter(parts -> parts[1].equals(fingerprint))
            .map(parts -> OffsetDateTime.parse(parts[0]))
            // A mark ahead of the clock is from an earlier version: everything is read again.
            .filter(mark -> mark.isBefore(OffsetDateTime.now().plus(OVERLAP)))
            .map(mark -> mark.minus(OVERLAP).withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS).format(UTC))
            .orElse(null);
    }

    /** Called when a sync has read everything; the next one starts from its latest change. A sync that reached the safety limit is repeated. */
    public void passed(Connection connection, String fingerprint, PollCount poll) {
        if (poll.getNewest() == null || poll.brake() != null) return;
        marks.put(connection.id(), FLOW, poll.getNewest() + "|" + fingerprint);
    }
}
