package io.scopebridge.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.group.Fast;
import io.scopebridge.schema.SchemaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Fast
class GovernorTest {

    private static class SetClock extends Clock {

        private volatile Instant now = Instant.parse("2026-03-01T10:00:30Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final SetClock clock = new SetClock();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Connection one = connection("one");
    private final Connection two = connection("two");

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void twoCallsOfOneEndpointAndOthersBesideThem() {
        Governor governor = governor(new Limits(2, 4, 0, 0, 50, Duration.ofSeconds(30)));
        Permit first = governor.enter(one, "psa", "POST", "/Projects/1/Tasks");
        governor.enter(one, "psa", "POST", "/Tasks/query");

        CompletableFuture<Permit> third = entering(governor, one, "/Projects/2/Tasks");
        await().until(() -> governor.figures("one", "psa").waiting() == 1);
        governor.enter(one, "psa", "POST", "/Projects").close();
        governor.enter(two, "psa", "POST", "/Projects/1/Tasks");
        assertThat(third).isNotDone();

        first.close();
        first.close();
        assertThat(third).succeedsWithin(Duration.ofSeconds(10));
        assertThat(governor.figures("one", "psa").inFlight()).isEqualTo(2);
    }

    @Test
    void noMoreCallsOfATenantThanAllowedAndWhoCameFirstGoesFirst() {
        Governor governor = governor(new Limits(0, 1, 0, 0, 50, Duration.ofSeconds(30)));
        Permit busy = governor.enter(one, "psa", "GET", "/a");
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            int number = i;
            waiting.add(entering(governor, one, "/e" + i).thenAccept(permit -> {
                order.add(number);
                permit.close();
            }));
            await().until(() -> governor.figures("one", "psa").waiting() == number);
        }

        busy.close();

        assertThat(CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new))).succeedsWithin(Duration.ofSeconds(10));
        assertThat(order).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aShortRetryAfterIsWaitedForAndALongOneIsRefusedAtOnce() {
        Governor governor = governor(new Limits(0, 4, 0, 0, 50, Duration.ofSeconds(30)));
        governor.answered(one, "psa", 429, Duration.ofSeconds(10), false);
        CompletableFuture<Permit> waiting = entering(governor, one, "/a");
        await().until(() -> governor.figures("one", "psa").waiting() == 1);
        assertThat(governor.figures("one", "psa").pausedUntil()).isEqualTo(clock.now.plusSeconds(10));

        clock.now = clock.now.plusSeconds(11);
        governor.answered(one, "psa", 200, null, false);
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));

        governor.answered(one, "psa", 429, Duration.ofMinutes(5), false);
        assertThatThrownBy(() -> governor.enter(one, "psa", "GET", "/a")).isInstanceOfSatisfying(RemoteFailure.class, refused -> {
            assertThat(refused.failure().type()).isEqualTo(FailureClass.RATE_LIMIT);
            assertThat(refused.failure().retryAfter()).isEqualTo(Duration.ofMinutes(5));
        });
        governor.enter(two, "psa", "GET", "/a").close();
    }

    @Test
    void whoeverAsksForNoWaitIsLeftAloneLongerEachTime() {
        Governor governor = governor(new Limits(0, 4, 0, 0, 50, Duration.ofSeconds(30)));
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            governor.answered(one, "psa", 429, Duration.ZERO, false);
            assertThat(governor.figures("one", "psa").pausedUntil()).isEqualTo(clock.now.plusSeconds(seconds));
            clock.now = clock.now.plusSeconds(seconds);
        }
        governor.answered(one, "psa", 200, null, false);
        governor.answered(one, "psa", 429, Duration.ZERO, false);
        assertThat(governor.figures("one", "psa").pausedUntil()).isEqualTo(clock.now.plusSeconds(1));
    }

    @Test
    void throttlingHalvesAndGoodAnswersBringOneMoreAtATime() {
        Governor governor = governor(new Limits(0, 8, 0, 0, 50, Duration.ofSeconds(30)));

        for (int i = 0; i < 4; i++) {
            governor.answered(one, "psa", 500, Duration.ZERO, true);
        }
        assertThat(concurrency(governor)).as("refused together: one event").isEqualTo(4);
        clock.now = clock.now.plusSeconds(2);
        governor.answered(one, "psa", 429, null, false);
        assertThat(concurrency(governor)).isEqualTo(2);
        assertThat(governor.figures("one", "psa").pausedUntil()).isAfter(clock.now);

        for (int i = 0; i < 20; i++) {
            governor.answered(one, "psa", 200, null, false);
        }
        assertThat(concurrency(governor)).isEqualTo(3);
    }

    @Test
    void aFullTenantRefusesWithTheTimeUntilItHasRoom() {
        Governor governor = governor(new Limits(0, 4, 10, 50, 100, Duration.ofSeconds(30)));
        for (int i = 0; i < 5; i++) {
            governor.enter(one, "psa", "GET", "/a").close();
        }

        assertThatThrownBy(() -> governor.enter(one, "psa", "GET", "/a")).isInstanceOfSatisfying(RemoteFailure.class, refused ->
                assertThat(refused.failure().retryAfter()).isGreaterThan(Duration.ofMinutes(59)));
        assertThat(governor.figures("one", "psa")).extracting(GovernorFigures::callsLastHour, GovernorFigures::budget).containsExactly(5, 5);

        clock.now = clock.now.plus(Duration.ofMinutes(61));
        governor.enter(one, "psa", "GET", "/a").close();
    }

    @Test
    void aTenantIsToBeAskedNowAndThenWhileItIsCalled() {
        Governor governor = governor(new Limits(0, 4, 100, 0, 50, Duration.ofSeconds(30)));
        Duration every = Duration.ofMinutes(5);
        assertThat(governor.toBeAsked(every)).isEmpty();
        governor.enter(one, "psa", "GET", "/a").close();
        assertThat(governor.toBeAsked(every)).containsExactly(new Governor.Tenant("one", "psa"));

        governor.enter(one, "psa", "GET", "/usage").close();
        governor.asked(new Governor.Tenant("one", "psa"));
        clock.now = clock.now.plus(every);
        assertThat(governor.toBeAsked(every)).as("nothing but the question").isEmpty();

        governor.enter(one, "psa", "GET", "/a").close();
        assertThat(governor.toBeAsked(every)).hasSize(1);
        assertThat(governor.toBeAsked(every.plusSeconds(1))).as("too soon").isEmpty();
    }

    @Test
    void aCallThatFindsNoRoomInTimeIsRefused() {
        Governor governor = governor(new Limits(0, 1, 0, 0, 50, Duration.ofMillis(50)));
        governor.enter(one, "psa", "GET", "/a");

        assertThatThrownBy(() -> governor.enter(one, "psa", "GET", "/a")).isInstanceOfSatisfying(RemoteFailure.class, refused ->
                assertThat(refused.failure().type()).isEqualTo(FailureClass.RATE_LIMIT));
        assertThat(governor.figures("one", "psa").waiting()).isZero();
    }

    @Test
    void limitsAreThoseOfTheSystemUnlessASettingOfTheHubSaysOtherwise() {
        limits().run(context -> {
            SystemLimits limits = context.getBean(SystemLimits.class);
            assertThat(limits.of("autotask")).isEqualTo(new Limits(2, 8, 10_000, 40, 50, Duration.ofSeconds(30)));
            assertThat(limits.of("connectwise").perTenant()).isEqualTo(4);
            assertThat(limits.of("scopestack").perTenant()).isEqualTo(4);
            assertThat(limits.of("another")).isEqualTo(Limits.USUAL);
        });
        limits().withPropertyValues("scopebridge.governor.autotask.calls-per-hour=500", "scopebridge.governor.autotask.max-wait=1m").run(context ->
            assertThat(context.getBean(SystemLimits.class).of("autotask")).isEqualTo(new Limits(2, 8, 500, 40, 50, Duration.ofMinutes(1))));
        limits().withPropertyValues("scopebridge.governor.autotask.reserve-percent=100").run(context ->
            assertThatThrownBy(() -> context.getBean(SystemLimits.class).of("autotask")).hasMessageContaining("reservePercent 0 to 99"));
    }

    @Test
    void aFileThatDeclaresSomethingElseThanLimitsIsNamed(@TempDir Path routes) throws IOException {
        Path file = Files.createDirectories(routes.resolve("systems/psa")).resolve("connection.schema.json");
        for (String wrong : List.of("{\"perTenants\": 4}", "{\"perTenant\": \"4\"}", "{\"perTenant\": 0}", "{\"maxWait\": \"soon\"}")) {
            Files.writeString(file, "{\"properties\": {\"psa\": {\"x-limits\": " + wrong + "}}}");
            limits().withPropertyValues("scopebridge.routes=file:" + routes).run(context -> assertThatThrownBy(() -> context.getBean(SystemLimits.class).of("psa"))
                .as(wrong).hasMessageContaining("x-limits in routes/systems/psa/connection.schema.json"));
        }
        Files.writeString(file, "{\"properties\": {\"psa\": {\"x-limits\": {\"perTenant\": 7}}}}");
        limits().withPropertyValues("scopebridge.routes=file:" + routes).run(context -> assertThat(context.getBean(SystemLimits.class).of("psa").perTenant()).isEqualTo(7));
    }

    private static ApplicationContextRunner limits() {
        return new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer()).withUserConfiguration(Bound.class)
            .withBean(ObjectMapper.class).withBean(SchemaFiles.class).withBean(SystemLimits.class);
    }

    @EnableConfigurationProperties(GovernorSettings.class)
    static class Bound {
    }

    private int concurrency(Governor governor) {
        return governor.figures("one", "psa").concurrency();
    }

    private CompletableFuture<Permit> entering(Governor governor, Connection connection, String path) {
        return CompletableFuture.supplyAsync(() -> governor.enter(connection, "psa", "GET", path), threads);
    }

    private Governor governor(Limits limits) {
        return new Governor(system -> limits, clock);
    }

    private static Connection connection(String id) {
        return new Connection(id, id, "psa", true, JsonNodeFactory.instance.objectNode(), Map.of());
    }
}
