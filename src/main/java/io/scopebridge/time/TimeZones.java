package io.scopebridge.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The time zone of a connection, or else that of the hub. Schedules and dates follow it. */
@Component
public class TimeZones {

    /** Of a connection: the name of its time zone. */
    public static final String SETTING = "time.zone";

    private final ZoneId hub;
    private final Clock clock;

    @Autowired
    TimeZones(@Value("${scopebridge.time-zone}") String hub) {
        this(hub, Clock.systemUTC());
    }

    /** @throws IllegalArgumentException when the hub's zone is unknown */
    public TimeZones(String hub, Clock clock) {
        this.clock = clock;
        try {
            this.hub = hub.isBlank() ? ZoneId.systemDefault() : ZoneId.of(hub.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("scopebridge.time-zone: " + hub + " is not a time zone; write it like Europe/Berlin", e);
        }
    }

    /** The hub's own when it is null or blank. */
    public ZoneId named(String zone) {
        return zone == null || zone.isBlank() ? hub : ZoneId.of(zone.strip());
    }

    public LocalDate today(String zone) {
        return LocalDate.now(clock.withZone(named(zone)));
    }
}
