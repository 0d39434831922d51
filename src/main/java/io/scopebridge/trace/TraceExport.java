package io.scopebridge.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

/** Where spans go: to a collector, or nowhere. */
class TraceExport implements AutoCloseable {

    static final String PROTOCOL = "http/protobuf";
    static final TraceExport OFF = new TraceExport(OpenTelemetry.noop());

    private final OpenTelemetry telemetry;

    TraceExport(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    Tracer tracer() {
        return telemetry.getTracer("io.scopebridge");
    }

    /** Sends what waits. */
    @Override
    public void close() throws Exception {
        if (telemetry instanceof AutoCloseable sdk) sdk.close();
    }
}
