package io.scopebridge.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's connector with two limits that it does not have: how long the headers of a request take to arrive in total (Tomcat limits the
 * silence between two bytes), and how many connections an address has.
 */
public final class BoundedConnections extends Http11NioProtocol {

    static final int MOST_OF_ONE_ADDRESS = 256;

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final Endpoint endpoint;
    private Duration longestHeaders = Duration.ofSeconds(10);
    private ScheduledFuture<?> sweep;

    /** Tomcat creates it by the name of the class. */
    public BoundedConnections() {
        this(new Endpoint());
    }

    private BoundedConnections(Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** @param proxies addresses whose connections are those of many people */
    void proxies(Pattern proxies) {
        endpoint.proxies = proxies;
    }

    void longestHeaders(Duration longest) {
        longestHeaders = longest;
    }

    @Override
    public void start() throws Exception {
        super.start();
        sweep = getUtilityExecutor().scheduleWithFixedDelay(this::sweep, 500, 500, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            endpoint.endSlowHeaders(longestHeaders.toNanos());
        } catch (Throwable e) {
            // After any other end there would be no further sweep.
            LOG.warn("Connections with slow headers cannot be ended: {}", e.toString());
        }
    }

    @Override
    public void stop() throws Exception {
        if (sweep != null) sweep.cancel(false);
        super.stop();
    }

    private static final class Endpoint extends NioEndpoint {

        private Pattern proxies = Pattern.compile("");

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (!hasEnough(socket)) return super.setSocketOptions(socket);
            destroySocket(socket);
            return false;
        }

        private boolean hasEnough(SocketChannel socket) {
            if (connections.size() < MOST_OF_ONE_ADDRESS) return false;
            try {
                String address = ((InetSocketAddress) socket.getRemoteAddress()).getAddress().getHostAddress();
                return !proxies.matcher(address).matches()
                    && connections.values().stream().filter(known -> address.equals(known.getRemoteAddr())).count() >= MOST_OF_ONE_ADDRESS;
            } catch (IOException closed) {
                return true;
            }
        }

        /** Between two parts of its headers a request has a processor, and no thread. */
        private void endSlowHeaders(long longest) {
            for (SocketWrapperBase<NioChannel> socket : connections.values()) {
                if (!(socket.getCurrentProcessor() instanceof Processor waiting) || waiting.isAsync() || waiting.isUpgrade()) continue;
                long since = waiting.getRequest() == null ? -1 : waiting.getRequest().getStartTimeNanos();
                if (since < 0 || System.nanoTime() - since < longest) continue;
                socket.setError(new SocketTimeoutException("The headers of a request did not arrive in time"));
                if (!processSocket(socket, SocketEvent.ERROR, true)) socket.close();
            }
        }
    }
}
