package io.scopebridge.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.AtOnce;
import io.scopebridge.database.Databases;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.StartsServer;
import io.scopebridge.log.FailedWork;
import io.scopebridge.log.group.Handling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Once when a problem opens and once when it is over, over real databases and on two nodes. */
@StartsServer
class EvaluationTest {

    @Nested
    class OnH2 extends Promises {

        @Override
        DataSource open() {
            return Databases.fresh("h2");
        }
    }

    @Nested
    class OnPostgres extends Promises {

        @Override
        DataSource open() {
            return Databases.fresh("postgresql");
        }
    }

    abstract static class Promises {

        private static final QuietHours NIGHT = new QuietHours("22:00", "07:00", "UTC", List.of());
        private static final Instant EVENING = Instant.parse("2030-03-04T23:00:00Z");
        private static final Instant MORNING = Instant.parse("2030-03-05T07:00:00Z");

        private DataSource database;
        private AlertNode one;
        private AlertNode other;
        private long target;

        abstract DataSource open();

        @BeforeEach
        void twoNodes() {
            database = open();
            one = new AlertNode(database, 30, Duration.ofMinutes(1));
            other = new AlertNode(database, 30, Duration.ofMinutes(1));
            target = one.target("ops");
        }

        @Test
        void aThousandFailuresOfOneCauseOnTwoNodesAreOneMessageAndOneAllClear() throws Exception {
            one.rule("all", null, 1, 0, null, target);
            AtomicInteger number = new AtomicInteger();
            AtOnce.run(10, () -> {
                for (int each = 0; each < 100; each++) {
                    int at = number.getAndIncrement();
                    AlertNode node = at % 2 == 0 ? one : other;
                    node.log.write(failure("acme", at, "The company 'Fabrikam " + at + "' is inactive."));
                    if (at % 10 == 0) node.evaluate();
                }
                return 0;
            });
            evaluateAtOnce(null);

            assertThat(one.messages()).containsExactly("OPENED PENDING");
            assertThat(one.problems.newest(true, 10)).singleElement().satisfies(problem -> assertThat(problem.entries()).isEqualTo(1000));

            AtOnce.run(4, () -> {
                for (int at = number.decrementAndGet(); at >= 0; at = number.decrementAndGet()) one.log.log.resolve("acme", "push-project", "project:" + at, null);
                return 0;
            });
            Instant end = Instant.now();
            evaluateAtOnce(end);
            assertThat(one.messages()).as("not before it has been quiet for a minute").hasSize(1);
            evaluateAtOnce(end.plusSeconds(61));
            evaluateAtOnce(end.plusSeconds(120));

            assertThat(one.messages()).containsExactly("OPENED PENDING", "OVER PENDING");
            assertThat(one.problems.newest(true, 10)).isEmpty();
            assertThat(one.deliveries.newest(null, null, 10).get(0).content().at("/problems/0/failures").asInt()).isEqualTo(1000);
        }

        @Test
        void anEntryThatIsRolledBackIsNoProblem() {
            one.rule("all", null, 1, 0, null, target);
            new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> {
                one.log.log.write(failure("acme", 1, "It is lost."));
                status.setRollbackOnly();
            });
            one.evaluate();
            assertThat(one.messages()).isEmpty();
            assertThat(one.problems.newest(true, 10)).isEmpty();
        }

        /** The node that took the outbox ends before it commits; the other one finds everything. */
        @Test
        void whatALostNodeHadTakenIsTakenByAnother() {
            one.rule("all", null, 1, 0, null, target);
            one.log.write(failure("acme", 1, "It fails."));
            new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(status -> {
                assertThat(one.log.outbox.take(10)).hasSize(1);
                other.evaluate();
                assertThat(other.messages()).as("held by the first").isEmpty();
                status.setRollbackOnly();
            });
            other.evaluate();
            assertThat(one.messages()).containsExactly("OPENED PENDING");
        }

        @Test
        void differentCausesFlowsClassesAndConnectionsAreDifferentProblems() {
            one.rule("all", null, 1, 0, null, target);
            one.log.write(failure("acme", 1, "The name is too long."));
            one.log.write(failure("acme", 1, "The board is missing."));
            one.log.write(failure("other", 1, "The name is too long."));
            one.log.write(new FailedWork(null, "reload", "a.ds", null, null, Failure.of(FailureClass.BUG, "The name is too long.", "Correct it."), null, null));
            one.evaluate();
            assertThat(one.messages()).hasSize(4).containsOnly("OPENED PENDING");
        }

        @Test
        void aProblemThatComesAgainIsReportedAgain() {
            one.rule("all", null, 1, 0, null, target);
            Instant start = Instant.now();
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate(start);
            resolve("acme", 1);
            one.evaluate(start.plusSeconds(10));
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate(start.plusSeconds(20));
            resolve("acme", 1);
            one.evaluate(start.plusSeconds(75));
            assertThat(one.messages()).as("it flaps: one problem").containsExactly("OPENED PENDING");
            one.evaluate(start.plusSeconds(140));
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate(start.plusSeconds(150));
            assertThat(one.messages()).containsExactly("OPENED PENDING", "OVER PENDING", "OPENED PENDING");
        }

        @Test
        void aRuleSaysFromHowManyAndAfterHowLongAndOfWhichConnection() {
            one.rule("many", "acme", 3, 0, null, target);
            long patient = one.target("patient");
            one.rule("long", "acme", 1, 10, null, patient);
            Instant start = Instant.now();
            one.log.write(failure("acme", 1, "It fails."));
            one.log.write(failure("acme", 1, "It fails."));
            one.log.write(failure("stranger", 1, "It fails."));
            one.evaluate(start);
            assertThat(one.messages()).isEmpty();
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate(start.plusSeconds(30));
            assertThat(one.deliveries.newest(target, null, 10)).hasSize(1);
            assertThat(one.deliveries.newest(patient, null, 10)).isEmpty();
            one.evaluate(start.plus(11, ChronoUnit.MINUTES));
            assertThat(one.deliveries.newest(patient, null, 10)).hasSize(1);
        }

        @Test
        void whatIsAcknowledgedOrMutedIsNotReported() {
            one.rule("all", null, 1, 0, null, target);
            Instant start = Instant.now().plusSeconds(1);
            one.log.write(failure("seen", 1, "It fails."));
            one.log.write(failure("muted", 1, "It fails."));
            for (String problem : JdbcClient.create(database).sql("select problem from log_entry where connection_id = 'seen'").query(String.class).list()) {
                assertThat(one.log.handlings.put(problem, new Handling("olga", start, "the vendor knows", "olga", null, "olga", start), null)).isPresent();
            }
            String muted = JdbcClient.create(database).sql("select problem from log_entry where connection_id = 'muted'").query(String.class).single();
            one.log.handlings.put(muted, new Handling(null, null, null, null, start.plusSeconds(600), "olga", start), null);
            one.evaluate(start);
            other.evaluate(start.plusSeconds(500));
            assertThat(one.messages()).isEmpty();
            one.evaluate(start.plusSeconds(601));
            assertThat(one.messages()).as("the mute has ended").containsExactly("OPENED PENDING");

            resolve("seen", 1);
            one.evaluate(start.plusSeconds(610));
            one.evaluate(start.plusSeconds(700));
            one.log.write(failure("seen", 1, "It fails."));
            one.evaluate(start.plusSeconds(710));
            assertThat(one.messages()).as("a new problem was acknowledged by nobody").containsExactly("OPENED PENDING", "OPENED PENDING");
        }

        @Test
        void whatIsAcknowledgedWhileItIsHeldIsInNoDigest() {
            one.rule("quiet", null, 1, 0, NIGHT, target);
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate(EVENING);
            String problem = JdbcClient.create(database).sql("select problem from log_entry").query(String.class).single();
            one.log.handlings.put(problem, new Handling("olga", EVENING, null, null, null, "olga", EVENING), null);
            one.evaluate(MORNING);
            assertThat(one.messages()).containsExactly("OPENED HELD");
            Set<Long> silent = Set.of(one.problems.open().get(0).problem().id());
            assertThat(one.deliveries.dueTargets(silent, MORNING)).as("what nobody wants to hear of causes no work at each tick").isEmpty();
            assertThat(one.deliveries.dueTargets(Set.of(), MORNING)).containsExactly(target);
            one.log.handlings.put(problem, new Handling(null, null, null, null, null, "olga", EVENING), null);
            one.evaluate(MORNING.plusSeconds(60));
            assertThat(one.messages()).containsExactly("OPENED PENDING");
        }

        @Test
        void whatEndsBeforeItIsReportedIsNeverReported() {
            one.rule("long", null, 1, 10, null, target);
            Instant start = Instant.now();
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate(start);
            resolve("acme", 1);
            one.evaluate(start.plusSeconds(60));
            one.evaluate(start.plus(20, ChronoUnit.MINUTES));
            assertThat(one.messages()).isEmpty();
        }

        @Test
        void aRuleReportsNothingThatWasOpenBeforeIt() {
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate();
            JdbcClient.create(database).sql("update alert_problem set opened_at = opened_at - interval '1' hour").update();
            one.rule("all", null, 1, 0, null, target);
            one.evaluate();
            assertThat(one.messages()).isEmpty();
        }

        @Test
        void quietHoursEndWithOneDigestOnAnyNumberOfNodes() throws Exception {
            one.rule("all", null, 1, 0, NIGHT, target);
            for (int at = 0; at < 3; at++) one.log.write(failure("acme-" + at, 1, "It fails."));
            one.evaluate(EVENING);
            resolve("acme-0", 1);
            one.evaluate(EVENING.plusSeconds(10));
            one.evaluate(EVENING.plusSeconds(100));
            assertThat(one.messages()).containsExactly("OPENED HELD", "OPENED HELD", "OPENED HELD", "OVER HELD");

            evaluateAtOnce(MORNING);

            assertThat(one.messages()).containsExactly("OPENED IN_DIGEST", "OPENED IN_DIGEST", "OPENED IN_DIGEST", "OVER IN_DIGEST", "DIGEST PENDING");
            Delivery digest = one.deliveries.newest(target, null, 1).get(0);
            assertThat(digest.content().path("problems")).hasSize(3);
            assertThat(digest.content().path("problems").findValuesAsText("overAt")).hasSize(1);
        }

        @Test
        void aRuleWithoutQuietHoursSendsAtOnceWhatAnotherHolds() {
            one.rule("quiet", null, 1, 0, NIGHT, target);
            one.rule("urgent", null, 2, 0, null, target);
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate(EVENING);
            assertThat(one.messages()).containsExactly("OPENED HELD");
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate(EVENING.plusSeconds(10));
            assertThat(one.messages()).containsExactly("OPENED PENDING");
        }

        @Test
        void aFloodBecomesADigest() {
            AlertNode limited = new AlertNode(database, 2, Duration.ofMinutes(1));
            limited.rule("all", null, 1, 0, null, target);
            for (int at = 0; at < 20; at++) limited.log.write(failure("acme-" + at, 1, "It fails."));
            Instant start = Instant.now();
            limited.evaluate(start);
            assertThat(limited.messages().stream().filter("OPENED PENDING"::equals)).hasSize(2);
            limited.evaluate(start.plus(16, ChronoUnit.MINUTES));
            assertThat(limited.messages()).hasSize(21).endsWith("DIGEST PENDING");
            assertThat(limited.deliveries.newest(target, null, 1).get(0).content().path("problems")).hasSize(18);
        }

        @Test
        void aSteadyFloodIsOneDigestInAQuarterOfAnHour() {
            AlertNode limited = new AlertNode(database, 2, Duration.ofMinutes(1));
            limited.rule("all", null, 1, 0, null, target);
            Instant start = Instant.now().plusSeconds(1);
            for (int minute = 0; minute < 60; minute++) {
                limited.log.write(failure("acme-" + minute, 1, "It fails."));
                limited.evaluate(start.plus(minute, ChronoUnit.MINUTES));
            }
            assertThat(limited.messages().stream().filter(one -> one.endsWith(" PENDING"))).containsExactly("OPENED PENDING", "OPENED PENDING", "DIGEST PENDING", "DIGEST PENDING", "DIGEST PENDING");
        }

        @Test
        void quietHoursThatEndOneAfterTheOtherAreOneDigestInAQuarterOfAnHour() {
            for (int at = 0; at < 5; at++) {
                one.rule("quiet " + at, "acme-" + at, 1, 0, new QuietHours("22:00", "07:0" + at, "UTC", List.of()), target);
                one.log.write(failure("acme-" + at, 1, "It fails."));
                one.log.write(failure("acme-" + at, 1, "It fails otherwise."));
            }
            one.evaluate(EVENING);
            for (int minute = 0; minute <= 20; minute++) one.evaluate(MORNING.plus(minute, ChronoUnit.MINUTES));
            assertThat(one.messages().stream().filter(message -> !message.equals("OPENED IN_DIGEST"))).containsExactly("DIGEST PENDING", "DIGEST PENDING");
        }

        @Test
        void whatQuietHoursHoldIsReleasedWithinTheLimit() {
            AlertNode limited = new AlertNode(database, 2, Duration.ofMinutes(1));
            limited.rule("quiet", null, 1, 0, NIGHT, target);
            limited.rule("urgent", null, 2, 0, null, target);
            for (int at = 0; at < 5; at++) limited.log.write(failure("acme-" + at, 1, "It fails."));
            limited.evaluate(EVENING);
            for (int at = 0; at < 5; at++) limited.log.write(failure("acme-" + at, 1, "It fails."));
            limited.evaluate(EVENING.plusSeconds(10));
            assertThat(limited.messages()).containsExactly("OPENED PENDING", "OPENED PENDING", "OPENED HELD", "OPENED HELD", "OPENED HELD");
            limited.evaluate(EVENING.plus(16, ChronoUnit.MINUTES));
            assertThat(limited.messages()).endsWith("OPENED IN_DIGEST", "DIGEST PENDING");
        }

        @Test
        void theEndOfAProblemIsHeldWithItsOpeningAlsoWithoutTheRule() {
            one.rule("quiet", null, 1, 0, NIGHT, target);
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate(EVENING);
            JdbcClient.create(database).sql("delete from alert_rule").update();
            resolve("acme", 1);
            one.evaluate(EVENING.plusSeconds(10));
            one.evaluate(EVENING.plusSeconds(100));
            assertThat(one.messages()).containsExactly("OPENED HELD", "OVER HELD");
            one.evaluate(MORNING);
            assertThat(one.messages()).containsExactly("OPENED IN_DIGEST", "OVER IN_DIGEST", "DIGEST PENDING");
            assertThat(one.deliveries.newest(target, null, 1).get(0).content().path("problems")).singleElement().satisfies(problem -> assertThat(problem.has("overAt")).isTrue());
        }

        @Test
        void theEndOfAProblemIsInNoDigestBeforeItsOpeningIsSent() {
            AlertNode limited = new AlertNode(database, 1, Duration.ofMinutes(1));
            limited.rule("all", null, 1, 0, null, target);
            Instant start = Instant.now();
            limited.log.write(failure("acme", 1, "It fails."));
            limited.evaluate();
            resolve("acme", 1);
            limited.evaluate(start.plusSeconds(10));
            limited.evaluate(start.plusSeconds(80));
            limited.evaluate(start.plus(30, ChronoUnit.MINUTES));
            assertThat(limited.messages()).containsExactly("OPENED PENDING", "OVER HELD");
            makeDue("OPENED");
            one.attempts.sent(one.attempts.claim(due().get(0)).orElseThrow(), Channel.WEBHOOK);
            limited.evaluate(start.plus(31, ChronoUnit.MINUTES));
            assertThat(limited.messages()).containsExactly("OPENED SENT", "OVER PENDING");
        }

        @Test
        void theEndOfAProblemIsNotSentBeforeTheDigestThatReportsIt() {
            AlertNode limited = new AlertNode(database, 0, Duration.ofMinutes(1));
            limited.rule("all", null, 1, 0, null, target);
            Instant start = Instant.now();
            for (int at = 0; at < 2; at++) limited.log.write(failure("acme-" + at, 1, "It fails."));
            limited.evaluate();
            limited.evaluate(start.plus(16, ChronoUnit.MINUTES));
            resolve("acme-0", 1);
            one.evaluate(start.plus(17, ChronoUnit.MINUTES));
            one.evaluate(start.plus(19, ChronoUnit.MINUTES));
            assertThat(one.messages()).containsExactly("OPENED IN_DIGEST", "OPENED IN_DIGEST", "DIGEST PENDING", "OVER PENDING");
            makeDue("OVER");
            assertThat(due()).as("the digest waits").isEmpty();
            makeDue("DIGEST");
            one.attempts.sent(one.attempts.claim(due().get(0)).orElseThrow(), Channel.WEBHOOK);
            assertThat(one.messages()).endsWith("DIGEST SENT", "OVER PENDING");
            assertThat(due()).hasSize(1);
        }

        @Test
        void aDisabledTargetGetsNoFurtherAttemptOfWhatWasBeingSent() {
            long failing = one.deliveries.addTest(target, AlertNode.nothing());
            long lost = one.deliveries.addTest(target, AlertNode.nothing());
            long added = one.deliveries.addTest(target, AlertNode.nothing());
            JdbcClient db = JdbcClient.create(database);
            db.sql("update alert_delivery set kind = 'OPENED'").update();
            Delivery sending = one.attempts.claim(failing).orElseThrow();
            one.attempts.claim(lost).orElseThrow();
            db.sql("update alert_delivery set claimed_until = current_timestamp - interval '1' second where id = ?").param(lost).update();
            db.sql("update alert_target set enabled = false").update();

            one.attempts.failed(sending, Channel.WEBHOOK, new IllegalStateException("no"), null);
            assertThat(other.attempts.claim(lost)).isEmpty();
            assertThat(other.attempts.claim(added)).as("added while it was disabled").isEmpty();
            assertThat(one.messages()).containsExactly("OPENED CANCELLED", "OPENED CANCELLED", "OPENED CANCELLED");
            assertThat(one.attempts.claim(one.deliveries.addTest(target, AlertNode.nothing()))).as("a test of it is sent").isPresent();
        }

        @Test
        void whatCannotBeEvaluatedLeavesTheRest() {
            long odd = one.target("odd");
            one.rule("a of an unknown zone", null, 1, 0, new QuietHours("22:00", "07:00", "Mars/Base", List.of()), target);
            one.rule("b unreadable", null, 1, 0, null, target);
            one.rule("c incomplete", null, 1, 0, null, target);
            one.rule("d good", null, 1, 0, null, target, odd);
            JdbcClient db = JdbcClient.create(database);
            db.sql("update alert_rule set definition = '{' where name = 'b unreadable'").update();
            db.sql("update alert_rule set definition = '{\"enabled\":true}' where name = 'c incomplete'").update();
            db.sql("update alert_target set settings = 'x' where id = ?").param(odd).update();
            Instant start = Instant.now();
            one.log.write(failure("broken", 1, "It fails."));
            one.log.write(failure("acme", 1, "It fails."));
            one.evaluate();
            assertThat(one.deliveries.newest(target, null, 10)).singleElement().satisfies(sent -> assertThat(sent.content().at("/problems/0/connection").asText()).isEqualTo("acme"));
            resolve("acme", 1);
            one.evaluate(start.plusSeconds(10));
            one.evaluate(start.plusSeconds(80));
            assertThat(one.deliveries.newest(target, null, 10)).extracting(Delivery::kind).containsExactly(Delivery.Kind.OVER, Delivery.Kind.OPENED);
        }

        @Test
        void aDigestThatCannotBeWrittenLeavesThoseOfOtherTargets() {
            long second = one.target("second");
            one.rule("all", null, 1, 0, NIGHT, target, second);
            for (int at = 0; at < 2; at++) one.log.write(failure("acme-" + at, 1, "It fails."));
            one.evaluate(EVENING);
            JdbcClient.create(database).sql("update alert_delivery set content = '{' where target_id = ?").param(target).update();
            one.evaluate(MORNING);
            assertThat(one.deliveries.newest(second, null, 1)).singleElement().satisfies(digest -> assertThat(digest.kind()).isEqualTo(Delivery.Kind.DIGEST));
        }

        @Test
        void aMessageIsClaimedOnceAndTriedAgainAfterItsPauseUntilItIsGivenUp() throws Exception {
            long id = one.deliveries.addTest(target, AlertNode.nothing());
            JdbcClient.create(database).sql("update alert_delivery set kind = 'OPENED' where id = ?").param(id).update();
            AtomicInteger turn = new AtomicInteger();
            List<Boolean> claimed = AtOnce.run(20, () -> (turn.getAndIncrement() % 2 == 0 ? one : other).attempts.claim(id).isPresent());
            assertThat(claimed.stream().filter(Boolean::booleanValue)).hasSize(1);

            Delivery first = one.deliveries.find(id).orElseThrow();
            one.attempts.failed(first, Channel.WEBHOOK, new IllegalStateException("password=hunter22hunter"), null);
            assertThat(one.deliveries.find(id).orElseThrow()).satisfies(failed -> {
                assertThat(failed.state()).isEqualTo(Delivery.State.PENDING);
                assertThat(failed.dueAt()).isAfter(Instant.now().plusSeconds(25));
                assertThat(failed.error()).doesNotContain("hunter22");
            });
            assertThat(one.attempts.claim(id)).as("not before it is due").isEmpty();
            for (int attempt = 2; attempt <= 3; attempt++) {
                one.deliveries.hurry(target);
                one.attempts.failed(one.attempts.claim(id).orElseThrow(), Channel.WEBHOOK, new IllegalStateException("no"), null);
            }
            assertThat(one.messages()).containsExactly("OPENED FAILED");
            assertThat(one.deliveries.again(id)).isTrue();
            assertThat(one.messages()).containsExactly("OPENED PENDING");
        }

        @Test
        void whatALostNodeWasSendingIsSentByAnotherAfterItsClaimWithTheSameId() {
            long id = one.deliveries.addTest(target, AlertNode.nothing());
            Delivery lost = one.attempts.claim(id).orElseThrow();
            assertThat(other.attempts.claim(id)).isEmpty();
            JdbcClient.create(database).sql("update alert_delivery set claimed_until = current_timestamp - interval '1' second").update();
            Delivery again = other.attempts.claim(id).orElseThrow();
            assertThat(again.messageId()).isEqualTo(lost.messageId());
            one.attempts.failed(lost, Channel.WEBHOOK, new IllegalStateException("late"), null);
            assertThat(one.messages()).as("the late word of the first changes nothing").containsExactly("TEST SENDING");
            other.attempts.sent(again, Channel.WEBHOOK);
            assertThat(one.messages()).containsExactly("TEST SENT");
        }

        private List<Long> due() {
            try (InputStream sql = AlertSending.class.getResourceAsStream("/sql/alert/due.sql")) {
                return JdbcClient.create(database).sql(new String(sql.readAllBytes(), StandardCharsets.UTF_8)).query(Long.class).list();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void makeDue(String kind) {
            JdbcClient.create(database).sql("update alert_delivery set due_at = current_timestamp - interval '2' hour where state = 'PENDING' and kind = ?").param(kind).update();
        }

        private void resolve(String connection, int subject) {
            one.log.log.resolve(connection, "push-project", "project:" + subject, null);
        }

        private void evaluateAtOnce(Instant at) throws Exception {
            AtomicInteger turn = new AtomicInteger();
            AtOnce.run(6, () -> {
                AlertNode node = turn.getAndIncrement() % 2 == 0 ? one : other;
                if (at == null) node.evaluate();
                else node.evaluate(at);
                return 0;
            });
        }

        private static FailedWork failure(String connection, int subject, String cause) {
            return new FailedWork(connection, "push-project", "project:" + subject, "project", null, Failure.of(FailureClass.VALIDATION, cause, "Correct it."), "{}", null);
        }
    }
}
