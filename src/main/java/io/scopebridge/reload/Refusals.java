package io.scopebridge.reload;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.log.FailedWork;
import io.scopebridge.log.FailureLog;
import io.scopebridge.log.LogEntry;
import io.scopebridge.log.LogFilter;
import io.scopebridge.log.LogSearch;
import io.scopebridge.log.LogState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files whose newest version was rejected: each is one open log entry, which is resolved when the file is fixed. */
@Component
class Refusals {

    static final String FLOW = "reload";

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final FailureLog log;
    private final LogSearch search;
    private final Map<String, String> open = new ConcurrentHashMap<>();

    Refusals(FailureLog log, LogSearch search) {
        this.log = log;
        this.search = search;
    }

    /** Files rejected before a restart are in use now, or would have prevented the start. */
    void begin() {
        LogFilter open = new LogFilter(null, FLOW, null, LogState.OPEN, null, null, null, null);
        log.resolve(search.page(open, 500, null).entries().stream().map(LogEntry::id).toList());
    }

    void refused(String file, String cause, String remedy, Throwable thrown) {
        if (cause.equals(open.put(file, cause))) {
            return;
        }
        log.resolve(null, FLOW, file, null);
        long entry = log.write(new FailedWork(null, FLOW, file, null, null, Failure.of(FailureClass.BUG, cause, remedy), null, thrown));
        LOG.error("{} was rejected: {} [log {}]", file, cause, entry);
    }

    void over(String file) {
        if (open.remove(file) != null) {
            log.resolve(null, FLOW, file, null);
        }
    }
}
