package io.scopebridge.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Ends connections whose request was answered before its body arrived, such as one without a login. Tomcat would read the rest in order to
 * reuse the connection, and a sender that trickles would hold its thread. A body that arrives within a second is read.
 */
class UnreadBody extends ValveBase {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LARGEST = 2L * 1024 * 1024;

    private final Slots slots;

    UnreadBody(Slots slots) {
        super(true);
        this.slots = slots;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } finally {
            org.apache.coyote.Request sent = request.getCoyoteRequest();
            if (!request.isAsync() && !hasEnded(sent) && (sent.hasExpectation() || !arrives(sent, request.getRemoteAddr()))) {
                sent.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    private static boolean hasEnded(org.apache.coyote.Request sent) {
        AtomicBoolean ended = new AtomicBoolean();
        sent.action(ActionCode.REQUEST_BODY_FULLY_READ, ended);
        return ended.get();
    }

    private boolean arrives(org.apache.coyote.Request sent, String address) throws IOException {
        Discarded discarded = new Discarded();
        if (discarded.available(sent)) return true;
        if (!slots.take(address)) return false;
        try {
            long end = System.nanoTime() + LONGEST_NANOS;
            while (!discarded.available(sent)) {
                if (discarded.bytes > LARGEST || System.nanoTime() - end > 0) return false;
                Thread.sleep(10);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            slots.giveBack(address);
        }
    }

    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer part = EMPTY_BUFFER;
        private long bytes;

        /** Reads what is there. Whether that was the last. */
        private boolean available(org.apache.coyote.Request sent) throws IOException {
            while (!hasEnded(sent) && bytes <= LARGEST) {
                sent.action(ActionCode.AVAILABLE, Boolean.TRUE);
                if (sent.getAvailable() <= 0) return false;
                int count = sent.doRead(this);
                if (count < 0) return true;
                bytes += count;
            }
            return bytes <= LARGEST;
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            part = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return part;
        }

        @Override
        public void expand(int size) {
            // The container's buffer is large enough.
        }
    }
}
