package io.scopebridge.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.database.AtOnce;
import io.scopebridge.database.Databases;
import io.scopebridge.draft.DraftRequest.Over;
import io.scopebridge.group.StartsServer;
import io.scopebridge.mapping.VersionHash;
import io.scopebridge.web.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts are tried, put into use on every node, and taken back; over real databases and real mappings. */
@StartsServer
class DraftsTest {

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

        private static final String PLAN = "psa/plan.ds";
        private static final String HOURS = "lib/hours.libsonnet";
        private static final String PLAN_TEXT = "local hours = import 'lib/hours.libsonnet';\n{ steps: [{ key: 'ticket:' + service.id, title: service.name, "
            + "call: { body: { summary: service.name, budgetHours: hours.of(service) } } } for service in payload.services] }";
        private static final String HOURS_TEXT = "{ of(service):: service.hours }";
        private static final String RAISED = "{ of(service):: if service.hours > 6 then service.hours * 2 else service.hours }";
        private static final Map<String, Object> INPUT = Map.of("services", List.of(Map.of("id", 1, "name", "Survey", "hours", 8)));

        @TempDir
        Path folder;
        private DataSource database;
        private DraftNode one;
        private DraftNode other;

        abstract DataSource open();

        @AfterAll
        static void endTheirProcess() {
            DraftNode.CHILDREN.stop();
            DraftNode.CHILDREN.start();
        }

        @BeforeEach
        void twoNodes() throws IOException {
            write(PLAN, PLAN_TEXT);
            write(HOURS, HOURS_TEXT);
            write("psa/row.ds", "payload");
            write("psa/examples/plan.json", "{\"services\": [{\"id\": 1, \"name\": \"Survey\", \"hours\": 8}]}");
            database = open();
            Databases.addConnection(database, "acme", "psa");
            Databases.addConnection(database, "globex", "psa");
            one = new DraftNode(database, folder, 300, Duration.ofSeconds(20));
            other = new DraftNode(database, folder, 300, Duration.ofSeconds(20));
        }

        @Test
        void aPromotedVersionRunsOnEveryNodeAndIsTakenBackInOneStep() {
            assertThat(hours(one)).isEqualTo(8);
            one.promotions.promote(HOURS, RAISED, VersionHash.of(HOURS_TEXT), "Large services take twice as long", "ada");

            assertThat(hours(one)).isEqualTo(16);
            other.overrides.look();
            assertThat(hours(other)).isEqualTo(16);
            assertThat(other.mappings.run("psa/plan", INPUT).versions()).containsEntry(HOURS, VersionHash.of(RAISED)).containsEntry(PLAN, VersionHash.of(PLAN_TEXT));

            String again = RAISED.replace("* 2", "* 3");
            other.promotions.promote(HOURS, again, VersionHash.of(RAISED), "Thrice", "bob");
            assertThat(hours(other)).isEqualTo(24);
            one.promotions.rollBack(HOURS, null, null, "ada");
            assertThat(hours(one)).isEqualTo(16);
            one.promotions.rollBack(HOURS, null, null, "ada");
            assertThat(hours(one)).isEqualTo(8);
            other.overrides.look();
            assertThat(hours(other)).isEqualTo(8);
            assertThatThrownBy(() -> one.promotions.rollBack(HOURS, null, null, "ada")).isInstanceOf(InvalidInput.class).hasMessageContaining("nothing to roll back");
            assertThat(one.versions.history(HOURS, 10)).extracting(change -> change.kind() + " " + change.by() + " " + change.version().equals(VersionHash.of(RAISED)))
                .containsExactly("ROLLED_BACK ada false", "ROLLED_BACK ada true", "PROMOTED bob false", "PROMOTED ada true");
        }

        @Test
        void theCatalogSaysWhatRunsSinceWhenAndFromWhere() throws IOException {
            one.map("psa/plan", INPUT);
            one.files.look();
            assertThat(view(HOURS)).satisfies(view -> {
                assertThat(view.origin()).isEqualTo(MappingView.Origin.FILE);
                assertThat(view.version()).isEqualTo(VersionHash.of(HOURS_TEXT));
                assertThat(view.since()).isNotNull();
                assertThat(view.by()).isNull();
                assertThat(view.usedBy()).containsExactly("psa/plan");
                assertThat(view.location()).endsWith(HOURS);
            });
            assertThat(view(PLAN).uses()).containsExactly(HOURS);

            one.promotions.promote(HOURS, RAISED, VersionHash.of(HOURS_TEXT), "Large services", "ada");
            one.map("psa/plan", INPUT);
            assertThat(view(HOURS)).satisfies(view -> {
                assertThat(view.origin()).isEqualTo(MappingView.Origin.DATABASE);
                assertThat(view.by()).isEqualTo("ada");
                assertThat(view.reason()).isEqualTo("Large services");
                assertThat(view.fileChanged()).isFalse();
            });
            write(HOURS, HOURS_TEXT + "\n// of a new release");
            assertThat(view(HOURS).fileChanged()).isTrue();
            assertThat(one.catalog.one(HOURS).fileText()).endsWith("of a new release");
            assertThat(one.catalog.one(HOURS).text()).isEqualTo(RAISED);
            assertThat(one.versions.text(HOURS, VersionHash.of(HOURS_TEXT))).contains(HOURS_TEXT);
        }

        /** Each node records what it finds; the same only once. */
        @Test
        void aChangedFileIsAVersionOfTheHistory() throws IOException {
            one.map("psa/plan", INPUT);
            one.files.look();
            one.files.look();
            other.map("psa/plan", INPUT);
            other.files.look();
            assertThat(one.versions.history(HOURS, 10)).extracting(Change::kind).containsExactly(Change.Kind.FILE);

            write(HOURS, RAISED);
            DraftNode restarted = new DraftNode(database, folder, 300, Duration.ofSeconds(20));
            restarted.map("psa/plan", INPUT);
            restarted.files.look();
            assertThat(one.versions.history(HOURS, 10)).extracting(Change::version).containsExactly(VersionHash.of(RAISED), VersionHash.of(HOURS_TEXT));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{ of(service):: service.hours +* 2 }", "{ of(service):: service.working }", "{ of(service):: unknown }"})
        void whatDoesNotCompileOrFailsOnTheExampleIsNotPromoted(String broken) {
            assertThatThrownBy(() -> one.promotions.promote(HOURS, broken, VersionHash.of(HOURS_TEXT), "Try", "ada")).isInstanceOf(InvalidInput.class).hasMessageContaining("text:");
            assertThat(hours(one)).isEqualTo(8);
            assertThat(one.versions.history(HOURS, 10)).isEmpty();
        }

        @Test
        void anErrorNamesLineAndColumnOfTheText() {
            assertThat(run(PLAN, "{\n  a: 1,\n  b: +* 2\n}", null).errors()).singleElement().satisfies(error -> {
                assertThat(error.file()).isEqualTo(PLAN);
                assertThat(error.line()).isEqualTo(3);
                assertThat(error.column()).isBetween(3, 8);
            });
            assertThat(run(HOURS, "{\n  of(service):: service.hours,\n  b: [\n}", null).errors()).singleElement().satisfies(error -> {
                assertThat(error.file()).isEqualTo(HOURS);
                assertThat(error.line()).isIn(3, 4);
            });
            assertThat(run(PLAN, "import 'lib/nothing.libsonnet'", null).errors()).singleElement().satisfies(error -> assertThat(error.reason()).contains("there is no library"));
            assertThat(run(HOURS, RAISED, null).mappings()).containsExactly("psa/plan");
        }

        @Test
        void ofTwoHundredInputsExactlyTheItemsThatTheDraftChangesAreShown() {
            for (int n = 1; n <= 200; n++) {
                keep("acme", "project:" + n, "{\"services\":[{\"id\":%1$d,\"name\":\"Small\",\"hours\":2},{\"id\":9%1$d,\"name\":\"Some\",\"hours\":%2$d}]}".formatted(n, n % 50 == 0 ? 8 : 6));
            }
            keep("globex", "project:7", "{\"services\":[{\"id\":7,\"name\":\"Large\",\"hours\":100}]}");

            DraftResult found = run(HOURS, RAISED, new Over(null, null, 500, "acme"));

            assertThat(found.inputs()).isEqualTo(200);
            assertThat(List.of(found.same(), found.changed(), found.added(), found.removed(), found.failed(), found.notRun())).containsExactly(396, 4, 0, 0, 0, 0);
            assertThat(found.fields()).containsExactly(new DraftResult.FieldCount("budgetHours", 4));
            assertThat(found.results().subList(0, 4)).flatExtracting(InputResult::items).extracting(ItemChange::item)
                .containsExactlyInAnyOrder("steps/ticket:950", "steps/ticket:9100", "steps/ticket:9150", "steps/ticket:9200");
            assertThat(found.results().get(0).items().get(0).differences()).singleElement().satisfies(difference -> {
                assertThat(difference.path()).isEqualTo("call/body/budgetHours");
                assertThat(difference.current().asInt()).isEqualTo(8);
                assertThat(difference.draft().asInt()).isEqualTo(16);
            });
            assertThat(hours(one)).isEqualTo(8);

            DraftResult project = run(HOURS, RAISED, new Over(null, "50", null, "acme"));
            assertThat(project.results()).singleElement().satisfies(result -> assertThat(result.input().subject()).isEqualTo("project:50"));
            assertThat(project.results().get(0).draft().at("/steps/1/call/body/budgetHours").asInt()).isEqualTo(16);
            assertThat(run(HOURS, RAISED, new Over(true, null, null, null)).changed()).isEqualTo(1);
        }

        @Test
        void anInputOnWhichTheDraftFailsIsCountedAndTheOthersAreCompared() {
            keep("acme", "project:1", "{\"services\":[{\"id\":1,\"name\":\"Odd\",\"hours\":null}]}");
            keep("acme", "project:2", "{\"services\":[{\"id\":2,\"name\":\"Large\",\"hours\":8}]}");

            DraftResult found = run(HOURS, "{ of(service):: service.hours * 2 }", new Over(null, null, 10, null));

            assertThat(found.failed()).isEqualTo(1);
            assertThat(found.changed()).isEqualTo(1);
            assertThat(found.results()).filteredOn(result -> result.failure() != null).singleElement().satisfies(result -> {
                assertThat(result.input().subject()).isEqualTo("project:1");
                assertThat(result.failure()).contains("psa/plan");
            });
        }

        /** The example does not have the oddities of a tenant. */
        @Test
        void whatFailsOnAKeptInputIsNotPromotedUnlessTheVersionInUseFailsToo() {
            String broken = "{ of(service):: service.hours * 2 }";
            keep("acme", "project:1", "{\"services\":[{\"id\":1,\"name\":\"Odd\",\"hours\":null}]}");
            assertThatThrownBy(() -> one.promotions.promote(HOURS, broken, VersionHash.of(HOURS_TEXT), "Twice", "ada")).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("(acme, project:1), on which the version in use does not: ");
            assertThat(hours(one)).isEqualTo(8);

            String endless = "{ of(service):: if service.id == 7 then local f(n) = if n < 2 then n else f(n - 1) + f(n - 2); f(200) else service.hours }";
            keep("acme", "project:1", "{\"services\":[{\"id\":7,\"name\":\"Small\",\"hours\":1}]}");
            assertThatThrownBy(() -> new DraftNode(database, folder, 300, Duration.ofSeconds(2)).promotions.promote(HOURS, endless, VersionHash.of(HOURS_TEXT), "Sum", "ada"))
                .isInstanceOf(DraftStopped.class).hasMessageContaining("was stopped");
            assertThat(hours(one)).isEqualTo(8);

            JdbcClient.create(database).sql("delete from mapping_input").update();
            keep("globex", "project:2", "{\"services\":[{\"id\":2}]}");
            keep("acme", "project:1", "{\"services\":[{\"id\":9,\"name\":\"Small\",\"hours\":1}]}");
            one.promotions.promote(HOURS, RAISED, VersionHash.of(HOURS_TEXT), "Large services", "ada");
            assertThat(hours(one)).isEqualTo(16);
        }

        /** As after an upgrade whose library lacks what the promoted mapping uses. */
        @Test
        void aPromotedVersionThatNoLongerCompilesLeavesTheFileInUseAfterARestart() throws IOException {
            one.promotions.promote(PLAN, PLAN_TEXT.replace("service.name,", "'* ' + service.name,"), VersionHash.of(PLAN_TEXT), "Marked", "ada");
            Files.delete(folder.resolve(HOURS));
            write("lib/effort.libsonnet", HOURS_TEXT);
            write(PLAN, PLAN_TEXT.replace("lib/hours", "lib/effort"));

            DraftNode restarted = new DraftNode(database, folder, 300, Duration.ofSeconds(20));

            assertThat(hours(restarted)).isEqualTo(8);
            assertThat(restarted.mappings.refusals().get(PLAN)).isNotNull().satisfies(why -> assertThat(why.failure().cause()).contains("there is no library lib/hours.libsonnet", "line 1"));
            MappingText shown = restarted.catalog.one(PLAN);
            assertThat(shown.mapping().origin()).isEqualTo(MappingView.Origin.FILE);
            assertThat(shown.mapping().overridden()).isTrue();
            restarted.promotions.rollBack(PLAN, shown.textVersion(), null, "ada");
            assertThat(restarted.catalog.one(PLAN).mapping().overridden()).isFalse();
            assertThat(restarted.mappings.refusals()).isEmpty();
        }

        /** As after a release that has removed it. */
        @Test
        void aPromotedVersionOfAFileThatIsGoneIsTakenBack() throws IOException {
            one.promotions.promote("psa/row.ds", "[payload]", VersionHash.of("payload"), "Wrapped", "ada");
            Files.delete(folder.resolve("psa/row.ds"));
            assertThat(one.map("psa/row", 1)).isEqualTo(List.of(1));

            one.promotions.rollBack("psa/row.ds", null, null, "ada");

            assertThat(one.catalog.all()).extracting(MappingView::file).doesNotContain("psa/row.ds");
        }

        /** What is broken already is not what the draft breaks. */
        @Test
        void aBrokenMappingDoesNotKeepItsLibrariesFromBeingPromoted() throws IOException {
            write("psa/broken.ds", "local hours = import 'lib/hours.libsonnet'; [");
            one.promotions.promote(HOURS, RAISED, VersionHash.of(HOURS_TEXT), "Large services", "ada");
            assertThat(hours(one)).isEqualTo(16);
        }

        @Test
        void ofSeveralWhoPromoteAtOnceOneDoes() throws Exception {
            AtomicInteger promoted = new AtomicInteger();
            AtomicInteger refused = new AtomicInteger();
            AtomicInteger number = new AtomicInteger();
            List<DraftNode> nodes = List.of(new DraftNode(database, folder, 300, Duration.ofSeconds(20)), one, other);
            AtOnce.run(3, () -> {
                int own = number.getAndIncrement();
                try {
                    nodes.get(own).promotions.promote(HOURS, RAISED + "\n// " + own, VersionHash.of(HOURS_TEXT), "Mine", "user " + own);
                    promoted.incrementAndGet();
                } catch (ChangedMeanwhile e) {
                    refused.incrementAndGet();
                }
                return 0;
            });
            assertThat(promoted).hasValue(1);
            assertThat(refused).hasValue(2);
            assertThat(one.versions.history(HOURS, 10)).hasSize(1);
        }

        /** Each of them is fine without the other. */
        @Test
        void twoChangesThatDoNotFitTogetherAreNotBothPromoted() throws Exception {
            String both = "{ of(service):: service.hours, old(service):: service.hours }";
            one.promotions.promote(HOURS, both, VersionHash.of(HOURS_TEXT), "Two rules", "ada");
            other.overrides.look();
            AtomicInteger number = new AtomicInteger();
            AtomicInteger promoted = new AtomicInteger();
            AtOnce.run(2, () -> {
                try {
                    if (number.getAndIncrement() == 0) one.promotions.promote(HOURS, HOURS_TEXT, VersionHash.of(both), "The old rule goes", "ada");
                    else other.promotions.promote(PLAN, PLAN_TEXT.replace("hours.of(", "hours.old("), VersionHash.of(PLAN_TEXT), "The old rule", "bob");
                    promoted.incrementAndGet();
                } catch (InvalidInput e) {
                    assertThat(e).hasMessageContaining("fails on the example input of psa/plan");
                }
                return 0;
            });
            assertThat(promoted).hasValue(1);
            one.overrides.look();
            assertThat(hours(one)).isEqualTo(8);
        }

        @Test
        void twoNodesThatFindTheSameFileRecordItOnce() throws Exception {
            one.map("psa/plan", INPUT);
            other.map("psa/plan", INPUT);
            AtomicInteger number = new AtomicInteger();
            AtOnce.run(2, () -> {
                (number.getAndIncrement() == 0 ? one : other).files.look();
                return 0;
            });
            assertThat(one.versions.history(HOURS, 10)).hasSize(1);
            assertThat(one.versions.history(PLAN, 10)).hasSize(1);
        }

        @Test
        void ofAllConnectionsTheNewestInputsAreKept() {
            for (String connection : List.of("acme", "globex")) {
                for (String mapping : List.of("psa/plan", "psa/row")) {
                    one.inputs.keep(new KeptInput(0, mapping, connection, "push-project", "project:1", null, null, 2), "\"" + "x".repeat(900_000) + "\"");
                    pause();
                }
            }
            one.inputs.deleteOldest();
            assertThat(one.inputs.newest(List.of("psa/plan", "psa/row"), null, null, 10)).extracting(input -> input.connection() + " " + input.mapping())
                .containsExactlyInAnyOrder("globex psa/plan", "globex psa/row");
        }

        @Test
        void onlyTheNewestDifferentInputsAreKept() {
            DraftNode few = new DraftNode(database, folder, 3, Duration.ofSeconds(20));
            for (int n = 1; n <= 5; n++) {
                few.inputs.keep(new KeptInput(0, "psa/plan", "acme", "push-project", "project:" + n, null, null, 2), "{\"n\":" + n + "}");
                pause();
            }
            few.inputs.keep(new KeptInput(0, "psa/plan", "acme", "preview-project", "project:4", null, null, 2), "{\"n\":4}");
            few.inputs.keep(new KeptInput(0, "psa/plan", "globex", "push-project", "project:1", null, null, 2), "{\"n\":1}");

            assertThat(few.inputs.newest(List.of("psa/plan"), "acme", null, 10)).extracting(input -> input.subject() + " " + input.flow())
                .containsExactly("project:4 preview-project", "project:5 push-project", "project:3 push-project");
            assertThat(few.inputs.newest(List.of("psa/plan"), null, "project:1", 10)).extracting(KeptInput::connection).containsExactly("globex");
        }

        @Test
        void largeInputsDisplaceOlderOnes() {
            for (int n = 1; n <= 5; n++) {
                one.inputs.keep(new KeptInput(0, "psa/plan", "acme", "push-project", "project:" + n, null, null, 2), "\"" + n + "x".repeat(400_000) + "\"");
                pause();
            }
            assertThat(one.inputs.newest(List.of("psa/plan"), "acme", null, 10)).extracting(KeptInput::subject).containsExactly("project:5", "project:4");
        }

        /** Until the next millisecond: the age decides which are the newest. */
        private static void pause() {
            long now = System.currentTimeMillis();
            while (System.currentTimeMillis() == now) Thread.onSpinWait();
        }

        private DraftResult run(String file, String text, Over over) {
            return one.runs.run(file, new DraftRequest(text, over));
        }

        private MappingView view(String file) {
            return one.catalog.all().stream().filter(view -> view.file().equals(file)).findFirst().orElseThrow();
        }

        private void keep(String connection, String subject, String input) {
            keep(connection, subject, "psa/plan", input);
        }

        private void keep(String connection, String subject, String mapping, String input) {
            one.inputs.keep(new KeptInput(0, mapping, connection, "push-project", subject, null, null, 0), input);
        }

        private static int hours(DraftNode node) {
            Map<?, ?> plan = (Map<?, ?>) node.map("psa/plan", INPUT);
            Map<?, ?> step = (Map<?, ?>) ((List<?>) plan.get("steps")).get(0);
            return (int) ((Map<?, ?>) ((Map<?, ?>) step.get("call")).get("body")).get("budgetHours");
        }

        private void write(String file, String text) throws IOException {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
    }
}
