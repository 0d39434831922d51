package io.scopebridge.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.BrowsableEndpoint;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultExchange;

/** When browsed, it returns the newest log entries, oldest first as consoles expect. */
class DeadLetterEndpoint extends DefaultEndpoint implements BrowsableEndpoint {

    private final FailureLog log;
    private int browseLimit = 100;

    DeadLetterEndpoint(String uri, DeadLetterComponent component, FailureLog log) {
        super(uri, component);
        this.log = log;
    }

    @Override
    public Producer createProducer() {
        return new DeadLetterProducer(this, log);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("deadletter: supports producing and browsing, not consuming");
    }

    @Override
    public List<Exchange> getExchanges() {
        return getExchanges(browseLimit, null);
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public List<Exchange> getExchanges(int limit, Predicate filter) {
        List<Exchange> shown = new ArrayList<>();
        for (LogEntry entry : log.newest(limit <= 0 ? browseLimit : Math.min(limit, browseLimit))) {
            Exchange exchange = exchange(entry);
            if (filter == null || filter.test(exchange)) {
                shown.add(exchange);
            }
        }
        Collections.reverse(shown);
        return shown;
    }

    private Exchange exchange(LogEntry entry) {
        Exchange exchange = new DefaultExchange(getCamelContext());
        exchange.setExchangeId("log-" + entry.id());
        Message message = exchange.getMessage();
        message.setMessageId("log-" + entry.id());
        message.setBody(entry.payload());
        header(message, "created_at", entry.createdAt());
        header(message, "connection", entry.connectionId());
        header(message, "flow", entry.flow());
        header(message, "subject", entry.subject());
        header(message, "step", entry.step());
        header(message, "class", entry.type());
        header(message, "cause", entry.cause());
        header(message, "remedy", entry.remedy());
        header(message, "state", entry.state());
        header(message, "occurrences", entry.occurrences());
        return exchange;
    }

    private static void header(Message message, String name, Object value) {
        if (value != null) {
            message.setHeader(name, value.toString());
        }
    }

    @Override
    public int getBrowseLimit() {
        return browseLimit;
    }

    @Override
    public void setBrowseLimit(int limit) {
        browseLimit = limit;
    }
}
