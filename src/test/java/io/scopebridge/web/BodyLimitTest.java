package io.scopebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Fast
class BodyLimitTest {

    private static final int MOST_OF_ONE_ADDRESS = 40;
    private static final int MOST = 60;
    private final AtomicLong now = new AtomicLong();
    private final BodyLimit limit = new BodyLimit(path -> 100_000, new BodyReader(new Slots(MOST_OF_ONE_ADDRESS, MOST), new ObjectMapper(), now::get));

    @Test
    void aBodyThatTricklesIsGivenUp() throws Exception {
        MockHttpServletResponse response = filter("10.1.1.1", () -> {
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            return 'x';
        });

        assertThat(response.getStatus()).isEqualTo(408);
        assertThat(response.getHeader("Connection")).isEqualTo("close");
        assertThat(now.get()).isEqualTo(TimeUnit.SECONDS.toNanos(11));
    }

    @Test
    void aBodyWithoutEndIsGivenUp() throws Exception {
        assertThat(filter("10.1.1.1", () -> 'x').getStatus()).isEqualTo(413);
    }

    @Test
    void sendersOfOneAddressHoldOnlySomeThreads() throws Exception {
        CountDownLatch reading = new CountDownLatch(MOST_OF_ONE_ADDRESS);
        CountDownLatch rest = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        Future<?> last = null;
        for (int i = 0; i < MOST_OF_ONE_ADDRESS; i++) {
            last = threads.submit(() -> filter("10.1.1.1", () -> {
                reading.countDown();
                return ended(rest);
            }));
        }
        assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();

        MockHttpServletResponse oneMore = filter("10.1.1.1", () -> -1);
        assertThat(oneMore.getStatus()).isEqualTo(429);
        assertThat(oneMore.getHeader("Retry-After")).isEqualTo("10");
        assertThat(filter("10.1.1.2", () -> -1).getStatus()).isEqualTo(200);

        rest.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        last.get();
        assertThat(filter("10.1.1.1", () -> -1).getStatus()).isEqualTo(200);
    }

    private static int ended(CountDownLatch rest) {
        try {
            rest.await();
            return -1;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse filter(String address, IntSupplier next) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/one") {
            @Override
            public ServletInputStream getInputStream() {
                return stream(next);
            }

            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setRemoteAddr(address);
        request.addHeader("Transfer-Encoding", "chunked");
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }

    /** One byte at a time. */
    private static ServletInputStream stream(IntSupplier next) {
        return new ServletInputStream() {
            @Override
            public int read() {
                return next.getAsInt();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int one = next.getAsInt();
                if (one < 0) return -1;
                into[offset] = (byte) one;
                return 1;
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
