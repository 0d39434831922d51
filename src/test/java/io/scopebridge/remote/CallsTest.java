package io.scopebridge.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The credentials of a tenant go to no other address. */
@Fast
class CallsTest {

    private final Calls calls = new Calls(new ObjectMapper());
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @ParameterizedTest
    @CsvSource({"https://psa.example, https://psa.example.evil.example/next?page=2", "https://psa.example, https://psa.example@evil.example/next", "https://psa.example:44, https://psa.example:443/next",
        "https://psa.example/v1, http://psa.example/v1/next", "https://psa.example/v1, https://psa.example/v10/next", "https://psa.example/v1, //evil.example/next", "https://psa.example/v1, /next"})
    void aNextPageElsewhereIsRefused(String base, String next) {
        assertThatThrownBy(() -> calls.follow(exchange, Call.get("/list", null), base, next)).hasMessageContaining("on another host");
    }

    @ParameterizedTest
    @CsvSource({"https://psa.example, https://psa.example/next?page=2, /next, page=2", "https://psa.example/v1, HTTPS://PSA.example/v1/list/next, /list/next,", "https://psa.example/v1, https://psa.example/v1?page=2, '', page=2"})
    void oneBelowTheAddressIsAskedFor(String base, String next, String path, String query) {
        calls.follow(exchange, Call.get("/list", null), base, next);

        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_PATH)).isEqualTo(path);
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_QUERY)).isEqualTo(query);
    }
}
