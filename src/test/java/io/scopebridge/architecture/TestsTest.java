package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.scopebridge.group.Fast;
import io.scopebridge.group.StartsBrowser;
import io.scopebridge.group.StartsHub;
import io.scopebridge.group.StartsServer;
import java.io.File;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where tests belong, and what they start. */
@Fast
class TestsTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("io.scopebridge");

    private static final String DATABASES = "io.scopebridge.database.Databases";

    /** What has no counterpart in src/main/java, with what it is about. */
    private static final Set<String> WITHOUT_COUNTERPART = Set.of(
        "architecture", // the rules of all packages
        "conformance",  // routes/systems and mappings of each PSA
        "console",      // src/main/console
        "contract",     // requests against the published API descriptions
        "demo",         // the quick start
        "practice",     // the practice servers themselves
        "route");       // routes/

    @Test
    void aTestHasThePackageOfWhatItTests() throws IOException {
        Set<String> main;
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            main = files.filter(file -> file.toString().endsWith(".java")).map(file -> sources.relativize(file.getParent()).toString().replace(File.separatorChar, '.')).collect(Collectors.toSet());
        }
        List<String> elsewhere = tests().filter(test -> !main.contains(test.getPackageName()))
            .filter(test -> WITHOUT_COUNTERPART.stream().noneMatch(name -> (test.getPackageName() + ".").startsWith("io.scopebridge." + name + ".")))
            .map(JavaClass::getName).toList();

        assertThat(elsewhere).as("a test is found beside what it tests").isEmpty();
    }

    /** What each test class and all that it uses refer to decides, so that a fast test cannot become slow unseen. */
    @Test
    void everyTestDeclaresWhatItStarts() {
        List<String> wrong = tests().filter(test -> !declared(test).equals(Set.of(group(test))))
            .map(test -> test.getName() + " is @" + group(test).getSimpleName() + ", not " + declared(test)).sorted().toList();

        assertThat(wrong).as("tests in another group than what they start").isEmpty();
    }

    private static Stream<JavaClass> tests() {
        return TESTS.stream().filter(type -> type.isTopLevelClass() && type.getSimpleName().endsWith("Test") && !type.isAnnotation()
            && !type.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    private static Set<Class<? extends Annotation>> declared(JavaClass test) {
        return Stream.of(Fast.class, StartsServer.class, StartsHub.class, StartsBrowser.class).filter(test.reflect()::isAnnotationPresent).collect(Collectors.toSet());
    }

    private static Class<? extends Annotation> group(JavaClass test) {
        Set<Dependency> all = dependencies(test);
        if (reaches(all, "org.openqa.selenium.chrome.ChromeDriver")) return StartsBrowser.class;
        if (reaches(all, "io.scopebridge.ScopeBridge", "org.springframework.boot.autoconfigure.EnableAutoConfiguration")) return StartsHub.class;
        if (reaches(all, "com.sun.net.httpserver.HttpServer", "java.net.ServerSocket", "io.zonky.test.db.postgres.embedded.EmbeddedPostgres") || startsPostgres(all)) return StartsServer.class;
        return Fast.class;
    }

    private static boolean reaches(Set<Dependency> dependencies, String... types) {
        return dependencies.stream().anyMatch(dependency -> Set.of(types).contains(dependency.getTargetClass().getName()));
    }

    private static boolean startsPostgres(Set<Dependency> dependencies) {
        return dependencies.stream().map(Dependency::getOriginClass).distinct().flatMap(type -> type.getAccessesFromSelf().stream())
            .anyMatch(access -> access.getTargetOwner().getName().equals(DATABASES) && access.getName().matches("postgres|postgresUrl|freshPostgres|fresh"));
    }

    /** Of the class and of those of src/test that it leads to; {@code Databases} starts what it is asked for and no more. */
    private static Set<Dependency> dependencies(JavaClass test) {
        Set<Dependency> all = new HashSet<>();
        Set<String> seen = new TreeSet<>();
        Queue<JavaClass> open = new ArrayDeque<>(Set.of(test));
        while (!open.isEmpty()) {
            JavaClass type = open.remove();
            if (!seen.add(type.getName()) || type.getName().equals(DATABASES)) continue;
            all.addAll(type.getDirectDependenciesFromSelf());
            type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass().getBaseComponentType().getName()).distinct()
                .filter(TESTS::contain).map(TESTS::get).forEach(open::add);
            TESTS.stream().filter(inner -> inner.getEnclosingClass().filter(type::equals).isPresent()).forEach(open::add);
        }
        return all;
    }
}
