package io.scopebridge.address;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Ends a response that is larger than {@code scopebridge.http.largest-answer}, decompressed, while it arrives. */
@Component
class AnswerLimit {

    private final DataSize largest;

    AnswerLimit(@Value("${scopebridge.http.largest-answer}") DataSize largest) {
        this.largest = largest;
    }

    void into(HttpClientBuilder client) {
        client.addExecInterceptorFirst("largest-answer", this::limited);
    }

    private ClassicHttpResponse limited(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity == null) return response;
        String host = scope.route.getTargetHost().toHostString();
        if (entity.getContentLength() > largest.toBytes()) throw tooLarge(scope, host);
        response.setEntity(new HttpEntityWrapper(entity) {
            @Override
            public InputStream getContent() throws IOException {
                return new Limited(super.getContent(), scope, host);
            }
        });
        return response;
    }

    /** The connection is closed first: closing the stream would read the rest. */
    private AnswerTooLarge tooLarge(ExecChain.Scope scope, String host) {
        scope.execRuntime.discardEndpoint();
        return new AnswerTooLarge(host, largest);
    }

    private final class Limited extends FilterInputStream {

        private final ExecChain.Scope scope;
        private final String host;
        private long read;

        private Limited(InputStream content, ExecChain.Scope scope, String host) {
            super(content);
            this.scope = scope;
            this.host = host;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = super.read(into, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int bytes) throws AnswerTooLarge {
            read += bytes;
            if (read > largest.toBytes()) throw tooLarge(scope, host);
        }
    }
}
