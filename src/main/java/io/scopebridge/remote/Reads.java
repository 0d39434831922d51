package io.scopebridge.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The implementation of the route template {@code read}: one call to a system, in its own exchange, with the response as maps and lists. */
@Component("reads")
public class Reads {

    private final Calls calls;
    private final Routes routes;
    private final Pages pages;
    private final TenantCache cache;

    Reads(Calls calls, Routes routes, Pages pages, TenantCache cache) {
        this.pages = pages;
        this.calls = calls;
        this.routes = routes;
        this.cache = cache;
    }

    /**
     * @param keep    for how many seconds whoever asks the same gets the same answer; 0 asks each time
     * @param refresh whether to ask although an answer is kept
     * @param pages   false, or which list is read page by page to its end: true where a page is the list itself, else its name in a page
     * @param absent  whether a record that does not exist is an answer, null
     * @param has     what the answer must have, see {@link Expected}
     */
    public Object answer(Exchange exchange, Connection connection, String system, long keep, boolean refresh, String pages, boolean absent, String has) throws JsonProcessingException {
        Call call = calls.asked(exchange);
        if (absent) return orNull(connection, system, call, has);
        if (keep <= 0) return answer(connection, system, call, pages, has);
        if (refresh) cache.refresh(connection, system, call);
        return cache.read(connection, system, call, Duration.ofSeconds(keep), () -> answer(connection, system, call, pages, has));
    }

    private Object orNull(Connection connection, String system, Call call, String has) {
        try {
            return whole(connection, system, call, has);
        } catch (RemoteFailure failed) {
            if (failed.failure().type() == FailureClass.MISSING_REFERENCE) return null;
            throw failed;
        }
    }

    private Object answer(Connection connection, String system, Call call, String list, String has) {
        return list.equals("false") ? whole(connection, system, call, has) : pages.rows(connection, system, call, list.equals("true") ? "" : "/" + list, List.of());
    }

    private Object whole(Connection connection, String system, Call call, String has) {
        Object answer = routes.read(connection, system, call);
        Expected.in(answer, has, call);
        return answer;
    }
}
