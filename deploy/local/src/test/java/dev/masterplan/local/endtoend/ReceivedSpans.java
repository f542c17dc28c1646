package dev.masterplan.local.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A collector of spans: takes what the services send by OTLP over HTTP and keeps it. */
public final class ReceivedSpans implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    private final Queue<Received> spans = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    /**
     * @param parentId empty for a root
     * @param links    trace ids
     */
    record Received(
            String service,
            String name,
            Span.SpanKind kind,
            String traceId,
            String spanId,
            String parentId,
            boolean failed,
            Map<String, String> attributes,
            List<String> links) {

        boolean root() {
            return parentId.isEmpty();
        }

        String attribute(String key) {
            return attributes.get(key);
        }
    }

    ReceivedSpans() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} has to say. */
    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Received> all() {
        return List.copyOf(spans);
    }

    List<Received> of(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            request.getResourceSpansList().stream()
                    .flatMap(ReceivedSpans::received)
                    .forEach(spans::add);
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<Received> received(ResourceSpans sent) {
        String service = attributes(sent.getResource().getAttributesList()).get("service.name");
        return sent.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> received(service, span));
    }

    private static Received received(String service, Span span) {
        return new Received(
                service,
                span.getName(),
                span.getKind(),
                HEX.formatHex(span.getTraceId().toByteArray()),
                HEX.formatHex(span.getSpanId().toByteArray()),
                HEX.formatHex(span.getParentSpanId().toByteArray()),
                span.getStatus().getCodeValue() == 2,
                attributes(span.getAttributesList()),
                span.getLinksList().stream()
                        .map(link -> HEX.formatHex(link.getTraceId().toByteArray()))
                        .toList());
    }

    private static Map<String, String> attributes(List<KeyValue> pairs) {
        return pairs.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey,
                        pair -> pair.getValue().hasStringValue()
                                ? pair.getValue().getStringValue()
                                : Long.toString(pair.getValue().getIntValue()),
                        (first, second) -> second));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
