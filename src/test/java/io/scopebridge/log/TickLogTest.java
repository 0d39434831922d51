package io.scopebridge.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.DatabaseState;
import io.scopebridge.database.Databases;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.Fast;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

@Fast
class TickLogTest {

    private static final String FLOW = "a-tick";

    private final LogOn log = new LogOn(Databases.h2());
    private final AtomicLong nanos = new AtomicLong();
    private final TickLog ticks = new TickLog(log.log, new DatabaseState(), nanos::get);

    /** That node may have ended before the tick succeeded on it. */
    @Test
    void theEntryOfAnotherNodeIsResolvedByATickThatAlwaysSucceededHere() {
        ticks.ended(tick());
        long entry = log.write(new FailedWork(null, FLOW, null, null, null, Failure.of(FailureClass.BUG, "It failed on another node.", "None."), null, null));

        nanos.addAndGet(TickLog.KNOWN.toNanos());
        ticks.ended(tick());

        assertThat(log.log.get(entry).state()).hasToString("RESOLVED");
    }

    @Test
    void aTickThatFailedAndSucceedsAgainResolvesItsEntryAtOnce() {
        ticks.ended(tick());
        Exchange failed = tick();
        ticks.failed(failed);
        long entry = log.write(new FailedWork(null, FLOW, null, null, null, Failure.of(FailureClass.BUG, "It failed here.", "None."), null, null));
        failed.setException(new IllegalStateException());
        ticks.ended(failed);
        assertThat(log.log.get(entry).state()).hasToString("OPEN");

        ticks.ended(tick());

        assertThat(log.log.get(entry).state()).hasToString("RESOLVED");
    }

    private static Exchange tick() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("flow", FLOW);
        return exchange;
    }
}
