package io.scopebridge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
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
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which, and what no class does. That routes are YAML only is a rule of RouteFilesTest. */
class ArchitectureTest {

    private static final String ROOT = "io.scopebridge.";
    private static final int LONGEST_CLASS = 250;

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
            new May("address", "which addresses are private is a fact of networks"),
            new May("secret", "encryption must not depend on what it hides"),
            new May("console", "the login stands before everything and needs nothing behind it"),
            new May("connection", "every other subject works for a connection, so it must not know them", "address", "secret"),
            new May("failure", "whatever fails, the log takes it; it must not know who failed", "connection"),
            new May("mapping", "mappings are pure data to data", "failure"),
            new May("governor", "calls are counted the same way for whoever makes them", "connection", "failure"),
            new May("remote", "calling a system knows no reason for the call", "connection", "failure", "governor", "mapping"),
            new May("plan", "one executor serves every kind of plan", "connection", "failure", "governor", "remote"),
            new May("job", "a job is carried to its flow by a route, not by Java", "connection", "failure", "plan"),
            new May("opportunity", "flows meet in routes, not in Java", "connection", "failure", "remote"),
            new May("project", "flows meet in routes, not in Java; a project is shown with its jobs and its plan", "connection", "failure", "job", "plan", "remote"),
            new May("tenant", "what a tenant allows and offers is asked through routes and mappings", "connection", "failure", "governor", "mapping", "remote"),
            new May("callback", "a callback becomes a job and nothing else", "connection", "failure", "job", "remote", "secret"),
            new May("webhook", "an event becomes a job and nothing else", "connection", "job"),
            new May("reload", "files are files, whatever flow they hold", "failure", "mapping"),
            new May("replay", "what failed is done again through the door of the log and of jobs; a plan judges what is edited in it", "connection", "failure", "job", "plan"),
            new May("audit", "it takes down what others do, without their help", "connection", "failure", "job"),
            new May("api", "the web interface of connections", "connection", "secret"));
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
