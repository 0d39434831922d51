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
        "/boards/board-7, boards",
        "/boards/board-7/lists, lists",
        "/cards/0f8fad5b-d9cb-469f-a165-70867728950e, cards",
        "/, ''",
    })
    void theKindOfRecordIsTheLastSegmentThatNamesOne(String path, String endpoint) {
        assertThat(Endpoint.of(path)).isEqualTo(endpoint);
    }
}
