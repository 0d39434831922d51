package io.scopebridge.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.time.ZoneId;

/** {@code "format": "time-zone"}: the name of a region in the IANA database, such as Europe/Berlin, or UTC; blank for none. */
final class TimeZoneFormat implements Format {

    @Override
    public String getName() {
        return "time-zone";
    }

    /** Offsets and abbreviations do not know when clocks change. */
    @Override
    public boolean matches(ExecutionContext context, String value) {
        return value.isBlank() || value.equals("UTC") || value.contains("/") && ZoneId.getAvailableZoneIds().contains(value);
    }
}
