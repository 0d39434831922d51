package io.scopebridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.scopebridge.group.Fast;
import java.net.URLConnection;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which, and what no class does. That routes are YAML only is a rule of RouteFilesTest. */
@Fast
class ArchitectureTest {

    private static final String ROOT = "io.scopebridge.";
    private static final int LONGEST_CLASS = 230;
    private static final int MOST_FILES = 30;

    private static final JavaClasses MAIN = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.scopebridge");

    /** @param name of the package; it knows those named here, and nothing else of ours */
    private record May(String name, String because, String... know) {

        @Override
        public String toString() {
            return name + " knows " + (know.length == 0 ? "nothing of ours" : String.join(", ", know));
        }
    }

    private static Stream<May> packages() {
        return Stream.of(
            new May("address", "how a call leaves is a matter of networks, whoever calls", "failure"),
            new May("text", "how people read a text does not depend on what it says"),
            new May("time", "clocks and time zones are the same for every subject"),
            new May("database", "how a value becomes a column is the same for every table", "text"),
            new May("web", "how the API reads a request and refuses it is the same for every subject", "database"),
            new May("failure", "whatever fails is classified here, so it must not know who failed", "text"),
            new May("secret", "encryption must not depend on what it hides"),
            new May("command", "a command uses parts of the hub, and no part of the hub knows commands", "alert", "audit", "connection", "database", "draft", "secret"),
            new May("user", "who may log in does not depend on how", "database", "web"),
            new May("security", "the login comes before everything and needs nothing behind it; it refuses requests as the API does, and calls a provider as the hub calls", "address", "failure", "secret", "user", "web"),
            new May("schema", "a form is checked the same way whatever it is about", "address", "web"),
            new May("connection", "every other subject works for a connection, so it must not know them", "address", "database", "failure", "schema", "secret", "time", "web"),
            new May("log", "it takes a failure from anyone, so it must not know who failed", "connection", "database", "failure", "web"),
            new May("alert", "what is reported is what the log says, whoever failed", "address", "connection", "database", "failure", "log", "schema", "secret", "text", "time", "web"),
            new May("manual", "it is text about the hub, and needs nothing of it"),
            new May("mapping", "mappings are pure data to data", "failure", "text"),
            new May("governor", "calls are counted the same way for whoever makes them", "connection", "failure", "schema"),
            new May("remote", "calling a system needs no reason for the call", "connection", "database", "failure", "governor", "mapping", "text", "trace"),
            new May("plan", "one executor serves every kind of plan", "connection", "database", "failure", "governor", "log", "remote", "web"),
            new May("job", "a route carries a job to its flow, not Java; whose calls hang decides which jobs start", "connection", "database", "failure", "governor", "log", "plan", "remote", "schema", "time", "trace", "web"),
            new May("settings", "settings are checked before there is anything else"),
            new May("trace", "what is traced is the same for whoever works"),
            new May("company", "names behind ids serve every flow", "connection", "database", "failure", "log", "remote", "text", "web"),
            new May("identity", "whose a record is does not depend on who asks", "connection", "database", "schema", "text"),
            new May("opportunity", "flows meet in routes, not in Java", "connection", "database", "failure", "identity", "log", "remote", "text", "web"),
            new May("project", "flows meet in routes, not in Java; a project is shown with its jobs, its plan, and what a mapping lets be done with it", "connection", "database", "failure", "identity", "job", "log", "mapping", "plan", "remote", "text", "web"),
            new May("tenant", "what a tenant allows and offers is asked through routes and mappings", "connection", "database", "failure", "governor", "mapping", "remote", "schema", "time", "web"),
            new May("drift", "how records are listed and compared is a matter of mappings; what is made again is a plan that runs again", "connection", "database", "failure", "governor", "job", "log", "mapping", "plan", "remote", "web"),
            new May("callback", "a callback becomes a job and nothing else; with webhooks it shares which were taken in", "connection", "database", "failure", "job", "remote", "webhook", "trace"),
            new May("webhook", "an event becomes a job and nothing else", "connection", "database", "job", "schema", "web", "trace"),
            new May("draft", "a draft is tried by whoever may, and nothing waits for it", "connection", "database", "failure", "log", "mapping", "web"),
            new May("reload", "files are files, whatever flow they hold", "failure", "log", "mapping"),
            new May("replay", "a retry uses the log and jobs like anyone else; a plan judges what is edited in it", "connection", "database", "failure", "job", "log", "plan", "web"),
            new May("audit", "it records what others do, without their help", "connection", "database", "failure", "job", "log", "secret", "security", "user", "web"));
    }

    /** The rooms of plan/: {@code plan} itself is the language of plans. */
    private static Stream<May> rooms() {
        return Stream.of(
            new May("plan", "a plan is data: no SQL, no thread, no Camel", "database", "failure", "governor", "remote"),
            new May("plan.ledger", "what was done is a fact, whoever does the next step", "plan", "database", "failure"),
            new May("plan.journal", "calls are recorded, never decided upon", "plan", "connection", "database", "failure", "remote"),
            new May("plan.lookup", "what was found decides the same in a run and in a preview", "plan", "plan.ledger", "plan.journal", "failure", "remote"),
            new May("plan.archive", "a plan that was made does not change", "plan", "database"),
            new May("plan.preview", "a preview never writes, so it must not know the executor", "plan", "plan.ledger", "plan.journal", "plan.lookup", "connection", "failure", "governor", "remote"),
            new May("plan.execution", "the only threads and writes of a plan", "plan", "plan.ledger", "plan.journal", "plan.lookup", "connection", "failure", "remote"),
            new May("plan.manual", "a person decides with what the hub knows, and sends nothing", "plan", "plan.archive", "plan.ledger", "plan.journal", "plan.lookup", "connection", "database", "failure", "log", "remote", "web"),
            new May("plan.view", "what is shown is read, not carried out", "plan", "plan.archive", "plan.ledger", "plan.manual", "failure"),
            new May("plan.route", "the only Camel of plans", "plan..", "connection", "database", "failure", "log", "remote", "web"));
    }

    /** What others than plan/ use of it. */
    private static final String[] DOORS = {"plan", "plan.archive", "plan.execution", "plan.journal", "plan.manual", "plan.preview", "plan.view"};

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomOfPlanKnowsOnlyWhatItMay(May may) {
        String[] known = Stream.concat(Stream.of(may.name()), Stream.of(may.know())).map(name -> ROOT + name).toArray(String[]::new);
        classes().that().resideInAPackage(ROOT + may.name())
            .should().onlyDependOnClassesThat(resideInAnyPackage(known).or(not(resideInAPackage("io.scopebridge.."))))
            .because(may.because()).check(MAIN);
    }

    @Test
    void routesAreWrittenInYamlOnly() {
        noClasses().should().beAssignableTo(RoutesBuilder.class).because("operators see and change every flow as a file").check(MAIN);
    }

    @Test
    void othersUseOnlyTheDoorsOfPlan() {
        String[] doors = Stream.of(DOORS).map(name -> ROOT + name).toArray(String[]::new);
        noClasses().that().resideOutsideOfPackage(ROOT + "plan..")
            .should().dependOnClassesThat(resideInAPackage(ROOT + "plan..").and(not(resideInAnyPackage(doors))))
            .because("the ledger and look-ups change with the executor only, so that nothing else can send or forget a step").check(MAIN);
    }

    @Test
    void everyRoomOfPlanHasARule() {
        Set<String> ruled = rooms().map(May::name).collect(Collectors.toSet());
        Set<String> there = MAIN.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT + "plan"))
            .map(name -> name.substring(ROOT.length())).collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(new TreeSet<>(ruled));
    }

    @Test
    void roomsOfPlanFormNoCircle() {
        slices().matching(ROOT + "plan.(*)").should().beFreeOfCycles()
            .because("each can then be read and tested without those above it").check(MAIN);
    }

    @Test
    void noPackageIsADrawer() {
        List<String> crowded = SourceFile.of("src/main/java").stream().collect(Collectors.groupingBy(source -> source.path().getParent(), Collectors.counting()))
            .entrySet().stream().filter(count -> count.getValue() > MOST_FILES).map(count -> count.getKey() + ": " + count.getValue() + " files").toList();
        assertThat(crowded).as("a package of more than " + MOST_FILES + " files holds more than one subject").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageKnowsOnlyWhatItMay(May may) {
        String[] known = Stream.concat(Stream.of(may.name()), Stream.of(may.know())).map(name -> ROOT + name + "..").toArray(String[]::new);
        classes().that().resideInAPackage(ROOT + may.name() + "..")
            .should().onlyDependOnClassesThat(resideInAnyPackage(known).or(not(resideInAPackage("io.scopebridge.."))))
            .because(may.because()).check(MAIN);
    }

    @Test
    void everyPackageHasARule() {
        Set<String> ruled = packages().map(May::name).collect(Collectors.toSet());
        Set<String> there = MAIN.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(ROOT))
            .map(name -> name.substring(ROOT.length()).replaceAll("\\..*", "")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).as("a new package says above what it may know, and why").isEqualTo(new TreeSet<>(ruled));
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles()
            .because("a package can then be read, tested and thrown away without those above it").check(MAIN);
    }

    @Test
    void noCodeNamesAPsaOrWhatOnlyOnePsaHas() {
        Set<String> words = PsaWords.ofOneOnly();
        assertThat(words).contains("autotask", "connectwise", "board", "zoneLookupUrl", "billingMethod");
        String pattern = "(?i).*\\b(" + String.join("|", words) + ")s?\\b.*";
        assertThat(PsaWords.linesWith(pattern, "src/main/java", "src/main/console/src"))
            .as("a new PSA is a folder of routes and a folder of mappings; Java and the console know none").isEmpty();
    }

    @Test
    void practiceServersOweNothingToTheHub() {
        JavaClasses practice = new ClassFileImporter().importPackages("io.scopebridge.practice");
        classes().that().resideInAPackage("io.scopebridge.practice..").and(not(isATest()))
            .should().onlyDependOnClassesThat().resideInAnyPackage("io.scopebridge.practice..", "java..", "javax.crypto..", "com.sun.net.httpserver..", "com.fasterxml.jackson..")
            .because("a stand-in that shares code with the hub would share its mistakes").check(practice);
    }

    @Test
    void beansAreGivenToConstructors() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("a class then cannot be made without what it needs, nor changed behind its back").check(MAIN);
    }

    @Test
    void timeIsJavaTime() {
        noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class, SimpleDateFormat.class)
            .because("they change under the reader's hands and hide the zone").check(MAIN);
    }

    @Test
    void nothingCallsOutPastTheGuardedClient() {
        // The client of OpenID Connect speaks through HubCalls: its address is a setting of the hub, and may be private.
        noClasses().that().resideOutsideOfPackages(ROOT + "address..", ROOT + "security.signon..")
            .should().dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.springframework.web.client..", "org.springframework.web.reactive..",
                "org.apache.hc.client5.http.classic..", "org.apache.hc.client5.http.impl..", "org.apache.hc.client5.http.async..").or(assignableTo(URLConnection.class)))
            .because("proxy, certificates and the guard against private addresses belong to Camel's HTTP component").check(MAIN);
    }

    @Test
    void noLetterDependsOnTheLanguageOfTheMachine() {
        noClasses().should().callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase")
            .because("in Turkish a name would match nothing; say Locale.ROOT").check(MAIN);
    }

    @Test
    void nothingIsPrintedPastTheLog() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("the log has levels, times and a page in the console").check(MAIN);
    }

    @Test
    void everyClassCanBeReadInOneSitting() {
        List<String> longest = SourceFile.of("src/main/java").stream().filter(source -> source.lines() > LONGEST_CLASS)
            .map(source -> source.lines() + " lines: " + source.path()).toList();
        assertThat(longest).as("classes over " + LONGEST_CLASS + " lines hold more than one subject; part them").isEmpty();
    }

    private static DescribedPredicate<JavaClass> isATest() {
        return DescribedPredicate.describe("are tests",
            type -> type.getName().matches(".*Test(\\$.*)?"));
    }
}
