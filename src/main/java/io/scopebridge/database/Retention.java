package io.scopebridge.database;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** For the housekeeping route: rows before this time are deleted. */
@Component("retention")
public class Retention {

    /**
     * The time before which rows are deleted.
     *
     * @param length how long they are kept, such as {@code 90d}; nothing is deleted with 0
     * @return null when nothing is to be deleted
     */
    public OffsetDateTime before(String length) {
        Duration kept = DurationStyle.detectAndParse(length);
        return kept.isZero() ? null : OffsetDateTime.now(ZoneOffset.UTC).minus(kept);
    }
}
