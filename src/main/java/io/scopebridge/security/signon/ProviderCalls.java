package io.scopebridge.security.signon;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.commons.io.input.BoundedInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** HTTP with the provider, while somebody waits: bounded in time and size. */
final class ProviderCalls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 1_000_000;

    private ProviderCalls() {
    }

    static RestTemplate plain() {
        RestTemplate rest = new RestTemplate(connections());
        rest.getInterceptors().add(bounded());
        return rest;
    }

    static RestTemplate forUsers() {
        RestTemplate rest = plain();
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return rest;
    }

    static RestClient forTokens() {
        return RestClient.builder().requestFactory(connections()).requestInterceptor(bounded()).messageConverters(converters -> {
            converters.clear();
            converters.add(new FormHttpMessageConverter());
            converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build();
    }

    private static SimpleClientHttpRequestFactory connections() {
        SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory() {
            @Override
            protected void prepareConnection(java.net.HttpURLConnection connection, String method) throws IOException {
                super.prepareConnection(connection, method);
                connection.setInstanceFollowRedirects(false);
            }
        };
        connections.setConnectTimeout(CONNECT);
        connections.setReadTimeout(READ);
        return connections;
    }

    private static ClientHttpRequestInterceptor bounded() {
        return (request, body, execution) -> new Bounded(execution.execute(request, body));
    }

    private record Bounded(ClientHttpResponse whole) implements ClientHttpResponse {

        @Override
        public InputStream getBody() throws IOException {
            return BoundedInputStream.builder().setInputStream(whole.getBody()).setMaxCount(LARGEST_ANSWER).setOnMaxCount((max, count) -> {
                throw new IOException("The provider's answer is larger than " + max + " bytes.");
            }).get();
        }

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return whole.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return whole.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return whole.getHeaders();
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
