package io.scopebridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.scopebridge.group.Fast;
import io.scopebridge.secret.SecretBox;
import io.scopebridge.secret.StoredSecrets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What is encrypted anywhere is re-encrypted: a secret that rekey does not know would be lost with the former key. */
@Fast
class CoveredSecretsTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.scopebridge");

    @Test
    void everyPackageThatEncryptsHasItsSecretsReencrypted() {
        Set<String> encrypt = MAIN.stream().filter(type -> type.getMethodCallsFromSelf().stream()
            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(SecretBox.class) && call.getName().equals("seal"))).map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> covered = stores().stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));

        assertThat(encrypt).hasSizeGreaterThan(2);
        assertThat(covered).as("packages with a StoredSecrets").isEqualTo(encrypt);
    }

    @Test
    void theCommandKnowsAllOfThem() {
        Set<Class<?>> imported = Set.of(RekeyCommand.class.getAnnotation(Import.class).value());

        assertThat(stores().stream().map(JavaClass::reflect)).allSatisfy(store -> assertThat(imported).contains(store));
        assertThat(Arrays.stream(RekeyCommand.class.getAnnotation(Import.class).value()).filter(StoredSecrets.class::isAssignableFrom)).hasSameSizeAs(stores());
    }

    private static Set<JavaClass> stores() {
        return MAIN.stream().filter(type -> !type.isInterface() && type.isAssignableTo(StoredSecrets.class)).collect(Collectors.toSet());
    }
}
