package io.scopebridge.job;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StartsHub
class ScheduleTimeZoneTest {

    private final TestHub hub = TestHub.shared();

    @BeforeEach
    void start() {
        hub.withFewOpportunities().start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void schedulesFollowTheTimeZoneOfTheirConnection() {
        for (String zone : new String[]{"Pacific/Auckland", "America/New_York"}) {
            connect(zone, "0 0 6 15 7 *");
            // A new connection polls at once.
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !hub.jobs(AUTOTASK, "poll-opportunities").isEmpty());
            JsonNode status = hub.get("/api/connections/" + AUTOTASK + "/status");

            OffsetDateTime next = OffsetDateTime.parse(status.path("nextSyncAt").asText());
            assertThat(next.toLocalTime()).as(zone).isEqualTo("06:00");
            assertThat(next.getOffset()).as(zone).isEqualTo(ZoneId.of(zone).getRules().getOffset(next.toInstant()));
            assertThat(status.path("timeZone").asText()).isEqualTo(zone);
        }
    }

    @Test
    void withoutATimeZoneTheHubsApplies() {
        connect("", "0 0 6 15 7 *");

        assertThat(hub.get("/api/connections/" + AUTOTASK + "/status").path("timeZone").asText()).isEqualTo(ZoneId.systemDefault().getId());
    }

    @Test
    void theFormBeginsTodayInTheTimeZone() {
        for (String zone : new String[]{"Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
            connect(zone, "0 0 6 15 7 *");
            LocalDate before = LocalDate.now(ZoneId.of(zone));

            String begins = StreamSupport.stream(hub.get("/api/connections/" + AUTOTASK + "/project-options").path("fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals("estimatedStart")).findFirst().orElseThrow().path("default").asText();

            assertThat(LocalDate.parse(begins)).as(zone).isBetween(before, LocalDate.now(ZoneId.of(zone)));
        }
    }

    @Test
    void anUnknownTimeZoneIsRefused() {
        for (String wrong : new String[]{"Europe/Atlantis", "+02:00", "CEST", "Berlin"}) {
            HttpResponse<String> answer = hub.send("POST", "/api/connections", hub.connection("autotask", Map.of("time.zone", wrong)));

            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).as(wrong).contains("time.zone").contains("must be a time zone such as Europe/Berlin");
        }
    }

    private void connect(String zone, String cron) {
        hub.put(AUTOTASK, hub.connection("autotask", Map.of("time.zone", zone, "opportunities.enabled", true, "opportunities.cron", cron)));
    }
}
