package io.scopebridge.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a look-up finds at its pointer: only a list says that there is nothing. */
@Fast
class LookUpListTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Connection CONNECTION = new Connection("c", "C", "psa", true, JSON.createObjectNode(), Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"items": []}                         | /items   | 0
        {"items": [{"id": 1}, {"id": 2}]}     | /items   | 2
        [{"id": 1}]                           | ~~       | 1
        []                                    | ~~       | 0
        []                                    | /0/items | 0
        [{"items": [{"id": 1}]}]              | /0/items | 1
        """)
    void aListIsRead(String page, String pointer, int rows) {
        assertThat(list(page, pointer)).hasSize(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"items": null}     | /items   | items
        {}                  | /items   | items
        {"items": {}}       | /items   | items
        {"items": "none"}   | /items   | items
        {"items": 0}        | /items   | items
        [{"items": null}]   | /0/items | items
        [{}]                | /0/items | items
        {"message": "?"}    | ~~       | ~~
        """)
    void whatIsNoListIsUnreadable(String page, String pointer, String field) {
        assertThatExceptionOfType(RemoteFailure.class).isThrownBy(() -> list(page, pointer)).satisfies(thrown -> {
            assertThat(thrown.failure().cause()).contains("no list at '" + pointer + "'", "GET /lines");
            assertThat(thrown.failure().field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"id": 5}                      | id           | true
        {"id": "5"}                    | id           | true
        {"id": {}}                     | id           | false
        {"id": " "}                    | id           | false
        []                             | id           | false
        null                           | id           | false
        {"data": {"id": 5}}            | data.id      | true
        {"data": []}                   | data.id      | false
        {"fields": []}                 | list fields  | true
        {"fields": {}}                 | list fields  | false
        []                             | list fields  | false
        []                             | list         | true
        {}                             | list         | false
        {"item": {}}                   | object item  | true
        {"item": null}                 | object item  | false
        "text"                         | ~~           | true
        """)
    void anAnswerHasWhatItsReaderNeeds(String response, String what, boolean has) throws IOException {
        Object given = JSON.readValue(response, Object.class);
        if (has) Expected.in(given, what, Call.get("/lines", null));
        else assertThatExceptionOfType(RemoteFailure.class).isThrownBy(() -> Expected.in(given, what, Call.get("/lines", null)))
            .satisfies(thrown -> assertThat(thrown.failure().cause()).contains("GET /lines", what.replaceFirst(".* ", "")));
    }

    private static List<JsonNode> list(String page, String pointer) {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:psa-pages").process(exchange -> exchange.getMessage().setBody(JSON.convertValue(JSON.readTree(page), Object.class))).toD("${variable.onPage}");
                }
            });
            camel.getRegistry().bind("answers", new Answers(JSON, null));
            camel.start();
            Routes routes = new Routes(camel.createProducerTemplate());
            return new CamelRemoteSystems(routes, new Pages(routes, JSON), new Answers(JSON, null), new RefusedParts(), JSON).list(CONNECTION, "psa", Call.get("/lines", null), pointer);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
