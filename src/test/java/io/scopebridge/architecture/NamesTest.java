package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.scopebridge.group.Fast;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.springframework.stereotype.Component;

/** One word per thing: who has read one class knows the names in the next. */
@Fast
class NamesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.scopebridge");

    @Test
    void aServiceHasTheSameNameInEveryClass() {
        Map<String, Set<String>> names = MAIN.stream().flatMap(type -> type.getFields().stream())
            .filter(field -> field.getModifiers().equals(Set.of(JavaModifier.PRIVATE, JavaModifier.FINAL)) && isService(field))
            .collect(Collectors.groupingBy(field -> field.getRawType().getSimpleName(), TreeMap::new,
                Collectors.mapping(JavaField::getName, Collectors.toCollection(TreeSet::new))));

        assertThat(names).containsKeys("JdbcClient", "FailureLog", "ObjectMapper");
        assertThat(names.entrySet()).filteredOn(entry -> entry.getValue().size() > 1).as("services with several names").isEmpty();
    }

    @Test
    void loggersAreConstants() {
        List<String> others = MAIN.stream().flatMap(type -> type.getFields().stream())
            .filter(field -> field.getRawType().isAssignableTo(Logger.class))
            .filter(field -> !field.getName().equals("LOG") || !field.getModifiers().contains(JavaModifier.STATIC)).map(JavaField::getFullName).toList();

        assertThat(others).as("a logger is the constant LOG; log is the log of failures").isEmpty();
    }

    private static boolean isService(JavaField field) {
        return field.getRawType().isMetaAnnotatedWith(Component.class)
            || Set.of("JdbcClient", "Ledger", "CallJournal", "ObjectMapper", "CamelContext", "Clock", "TransactionOperations", "ApplicationEventPublisher", "ProducerTemplate")
                .contains(field.getRawType().getSimpleName());
    }
}
