package io.scopebridge.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** An OTLP collector over HTTP: takes protobuf at /v1/traces and keeps the spans. */
final class Collector implements AutoCloseable {

    /** A span as a reader of traces sees it. */
    record Seen(String name, String trace, String id, String parent, Span.SpanKind kind, int status, Map<String, String> attributes, String service) {
    }

    private final HttpServer server;
    private final List<Seen> spans = new CopyOnWriteArrayList<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Seen> spans() {
        return spans;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            var request = ExportTraceServiceRequest.parseFrom(zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody());
            request.getResourceSpansList().forEach(resource -> {
                String service = texts(resource.getResource().getAttributesList()).get("service.name");
                resource.getScopeSpansList().forEach(scope -> scope.getSpansList().forEach(span -> spans.add(new Seen(span.getName(), hex(span.getTraceId()),
                    hex(span.getSpanId()), hex(span.getParentSpanId()), span.getKind(), span.getStatus().getCodeValue(), texts(span.getAttributesList()), service))));
            });
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey,
            one -> one.getValue().hasIntValue() ? Long.toString(one.getValue().getIntValue()) : one.getValue().getStringValue()));
    }

    private static String hex(com.google.protobuf.ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
