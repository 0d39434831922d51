package io.scopebridge.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The spans of the hub: what was received, the job that came of it, and its calls. They say what was called and what came of it, never
 * headers, bodies, queries or causes of failures. While no collector is configured nothing is recorded.
 */
@Component
public class Traces {

    private static final String TRACEPARENT = "traceparent";
    private static final String SYSTEM = TracedWork.OURS + "system";
    private static final String STATUS = "http.response.status_code";
    private static final int FAILED = 400;
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Map<String, ?>> TEXT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, ?> carrier) {
            return carrier.keySet();
        }

        @Override
        public String get(Map<String, ?> carrier, String key) {
            return carrier != null && carrier.get(key) instanceof String text ? text : null;
        }
    };

    private final Tracer tracer;

    Traces(TraceExport export) {
        this.tracer = export.tracer();
    }

    /** Of tests without a collector. */
    public static Traces off() {
        return new Traces(TraceExport.OFF);
    }

    /**
     * What a sender asked for, as part of the sender's trace if it names one.
     *
     * @param headers by name, which may have any case
     */
    public TracedWork received(String what, String connection, Map<String, ?> headers) {
        return work(tracer.spanBuilder(what).setSpanKind(SpanKind.SERVER).setParent(W3C.extract(Context.root(), headers, TEXT)), connection);
    }

    /** @param traceparent of whoever requested the job, from {@link #traceparent()}, or null */
    public TracedWork job(String flow, String connection, String subject, long job, String traceparent) {
        Context asked = traceparent == null ? Context.root() : W3C.extract(Context.root(), Map.of(TRACEPARENT, traceparent), TEXT);
        return work(tracer.spanBuilder("job " + flow).setSpanKind(SpanKind.CONSUMER).setParent(asked)
            .setAttribute(TracedWork.OURS + "flow", flow).setAttribute(TracedWork.OURS + "subject", subject).setAttribute(TracedWork.JOB, job), connection);
    }

    /** A call that is about to be sent; {@link #answered} ends it. */
    public Span call(String connection, String system, String method, String baseUrl, String path) {
        URI base = address(baseUrl);
        return tracer.spanBuilder(method + " " + system).setSpanKind(SpanKind.CLIENT).setAttribute(TracedWork.CONNECTION, connection).setAttribute(SYSTEM, system)
            .setAttribute("http.request.method", method).setAttribute("server.address", base.getHost() == null ? "" : base.getHost())
            .setAttribute("url.path", (base.getPath() == null ? "" : base.getPath()) + path).startSpan();
    }

    /** A call is never given up because of its span. */
    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException odd) {
            return URI.create("");
        }
    }

    /** @param status null if there was no response */
    public static void answered(Span call, Integer status) {
        if (status != null) call.setAttribute(STATUS, status.longValue());
        if (status == null) call.setStatus(StatusCode.ERROR, "no response");
        else if (status >= FAILED) call.setStatus(StatusCode.ERROR);
        call.end();
    }

    /** The work of this thread came to nothing. */
    public static void failed(String reason) {
        Span.current().setStatus(StatusCode.ERROR, reason);
    }

    /** The W3C traceparent of what this thread works on, to be stored with what it requests; null if nothing is traced. */
    public static String traceparent() {
        if (!Span.current().getSpanContext().isValid()) return null;
        Map<String, String> carrier = new HashMap<>();
        W3C.inject(Context.current(), carrier, Map::put);
        return carrier.get(TRACEPARENT);
    }

    private TracedWork work(SpanBuilder span, String connection) {
        return new TracedWork(span.setAttribute(TracedWork.CONNECTION, connection).startSpan());
    }
}
