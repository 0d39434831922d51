package io.scopebridge.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.AtOnce;
import io.scopebridge.database.Databases;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.StartsServer;
import io.scopebridge.log.FailedWork;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
