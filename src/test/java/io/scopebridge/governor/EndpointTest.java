package io.scopebridge.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "/Projects, projects",
        "/Projects/12/Tasks, tasks",
        "/Tasks/query, tasks",
        "/Tasks/query/count, tasks",
        "/Tasks/query/next?paging=1, tasks",
        "/Tickets/entityInformation/fields, tickets",
        "/project/projects/5/phases, phases",
        "/sales/opportunities/7, opportunities",
        "/project/tickets/search, tickets",
        "/, ''",
    })
    void theKindOfRecordIsTheLastSegmentThatNamesOne(String path, String endpoint) {
        assertThat(Endpoint.of(path)).isEqualTo(endpoint);
    }
}
