package io.scopebridge.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.Fast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class ProblemKeyTest {

    @ParameterizedTest
    @CsvSource({"'Ticket \"A\" has no board.',, 'Ticket \"B\" has no board.',, true", "Line 7 is missing.,, Line 12 is missing.,, true",
        "'\"departmentID\" is required.', departmentID, '\"statusID\" is required.', statusID, false", "Required., lines[2].price, Required., lines[3].price, true",
        "Required., price, Required.,, false", "It is closed.,, It is inactive.,, false"})
    void namesAndNumbersTellNoProblemsApartAndFieldsDo(String cause, String field, String otherCause, String otherField, boolean same) {
        assertThat(key(cause, field).equals(key(otherCause, otherField))).isEqualTo(same);
    }

    private static String key(String cause, String field) {
        return ProblemKey.of(new FailedWork("acme", "push-project", "project:1", "project", null,
            new Failure(FailureClass.VALIDATION, cause, "Fill it in.", field, null, null, null), "{}", null));
    }
}
