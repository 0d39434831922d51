package io.scopebridge.security.signon;

import io.scopebridge.address.HubCalls;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** HTTP with the provider, while somebody waits: bounded in time and size. */
@Component
class ProviderCalls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final DataSize LARGEST_ANSWER = DataSize.ofMegabytes(1);

    private final ClientHttpRequestFactory connections;

    ProviderCalls(HubCalls calls) {
        connections = calls.within(CONNECT, READ, LARGEST_ANSWER);
    }

    RestTemplate plain() {
        return new RestTemplate(connections);
    }

    RestTemplate forUsers() {
        RestTemplate rest = plain();
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return rest;
    }

    RestClient forTokens() {
        return RestClient.builder().requestFactory(connections).messageConverters(converters -> {
            converters.clear();
            converters.add(new FormHttpMessageConverter());
            converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build();
    }
}
