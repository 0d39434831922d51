package io.scopebridge.log.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step was made of, by the ids in its key. */
@Fast
class RecordsOfStepTest {

    private static final String INPUT = """
        {"bundle":{"project":{"id":"95001","name":"Firewall"},"phases":[{"id":710001,"services":[{"id":"720007","name":"Rack"}]}],"a/b":[{"id":"9"}]}}""";

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {"ticket:720007 | project:95001 | /bundle/phases/0/services/0", "phase:710001 | project:95001 | /bundle/phases/0",
        "governance:9:710001 | project:95001 | '/bundle/phases/0,/bundle/a~1b/0'", "project | project:95001 | /bundle/project", "ticket:1 | project:95001 | ''", "project | - | ''"})
    void areFoundWhereverTheyAre(String step, String subject, String pointers) throws Exception {
        JsonNode input = new ObjectMapper().readTree(INPUT);

        assertThat(RecordsOfStep.of(input, step, subject)).extracting(Source.Found::pointer).containsExactly(pointers.isEmpty() ? new String[0] : pointers.split(","));
        assertThat(RecordsOfStep.of(input, step, subject)).allSatisfy(found -> assertThat(input.at(found.pointer())).isEqualTo(found.value()));
    }
}
