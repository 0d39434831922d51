package io.scopebridge.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.slf4j.MDC;

/** A span that this thread works on until it is closed; lines that are logged meanwhile name its trace. */
public final class TracedWork implements AutoCloseable {

    /** In two parts, since it is no setting. */
    static final String OURS = "scopebridge" + ".";
    static final String CONNECTION = OURS + "connection";
    static final String JOB = OURS + "job";
    private static final String TRACE_ID = "traceId";

    private final Span span;
    private final Scope scope;
    private final boolean recorded;

    TracedWork(Span span) {
        this.span = span;
        this.scope = span.makeCurrent();
        this.recorded = span.getSpanContext().isValid();
        if (recorded) MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
    }

    /** @param job of what the request came to; the span names it */
    public <T> T job(Supplier<T> request, ToLongFunction<T> job) {
        try {
            T made = request.get();
            span.setAttribute(JOB, job.applyAsLong(made));
            return made;
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            throw e;
        }
    }

    @Override
    public void close() {
        if (recorded) MDC.remove(TRACE_ID);
        scope.close();
        span.end();
    }
}
