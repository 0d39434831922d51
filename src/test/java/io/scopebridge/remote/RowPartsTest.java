package io.scopebridge.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a long list only what is needed is kept; what is odd stays for whoever judges it. */
@Fast
class RowPartsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"id":"7","type":"x","attributes":{"name":"a","note":"long","account-id":3}} | {"id":"7","attributes":{"name":"a","account-id":3}}
        {"id":7,"attributes":{"name":null}}                                          | {"id":7,"attributes":{"name":null}}
        {"id":7,"attributes":{}}                                                     | {"id":7,"attributes":{}}
        {"id":7,"attributes":null}                                                   | {"id":7,"attributes":null}
        {"id":7,"attributes":"odd"}                                                  | {"id":7,"attributes":"odd"}
        {"id":{"x":1},"attributes":[1]}                                              | {"id":{"x":1},"attributes":[1]}
        {}                                                                           | {}
        "odd"                                                                        | "odd"
        null                                                                         | null
        """)
    void onlyWhatIsNeededIsKept(String row, String kept) throws JsonProcessingException {
        assertThat(RowParts.of(JSON.readTree(row), List.of("id", "attributes.name", "attributes.account-id"))).isEqualTo(JSON.readTree(kept));
        assertThat(RowParts.of(JSON.readTree(row), List.of())).isEqualTo(JSON.readTree(row));
    }
}
