package dev.masterplan.messaging.inbox;

import dev.masterplan.messaging.event.CloudEventHeaders;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.TraceContext;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Carries one Kafka record to its effect: continues the trace, parses, and decides what a failure means. The returned
 * {@code Uni} completes when the record is done with (effect or dead letter), so that its offset may be committed.
 */
@ApplicationScoped
public class EventDelivery {

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private final DeadLetters deadLetters;
    private final DeliveryTrouble trouble;

    EventDelivery(DeadLetters deadLetters, DeliveryTrouble trouble) {
        this.deadLetters = deadLetters;
        this.trouble = trouble;
    }

    /** @param effect called again after trouble; it must put the inbox into the transaction of what it does */
    public <T> Uni<Void> deliver(
            Topic topic,
            IncomingKafkaRecordMetadata<String, byte[]> metadata,
            byte[] payload,
            Class<T> type,
            Function<Delivered<T>, Uni<Void>> effect) {
        return deliver(topic, metadata.getRecord(), payload, type, effect);
    }

    <T> Uni<Void> deliver(
            Topic topic,
            ConsumerRecord<String, ?> origin,
            byte[] payload,
            Class<T> type,
            Function<Delivered<T>, Uni<Void>> effect) {
        String sender = header(origin, CloudEventHeaders.TRACEPARENT);
        Uni<Void> attempt = onSameContext(Uni.createFrom()
                .deferred(
                        () -> inConsumerSpan(topic, sender, () -> effect.apply(parse(topic, origin, payload, type)))));
        return attempt.onFailure(failure -> FailureKind.of(failure) == FailureKind.TROUBLE)
                .invoke(failure -> TraceContext.run(sender, () -> trouble.noticed(origin, failure)))
                .onFailure(failure -> FailureKind.of(failure) == FailureKind.TROUBLE)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .onFailure()
                .recoverWithUni(poison -> TraceContext.call(
                        TraceContext.parse(sender), () -> deadLetters.send(topic, origin, payload, poison)))
                .invoke(() -> TraceContext.run(sender, () -> trouble.over(origin)));
    }

    private static <T> Delivered<T> parse(
            Topic topic, ConsumerRecord<String, ?> origin, byte[] payload, Class<T> type) {
        String id = header(origin, CloudEventHeaders.ID);
        if (id == null || payload == null) {
            throw new IllegalArgumentException(id == null ? "missing header ce_id" : "empty record");
        }
        return new Delivered<>(
                topic, UUID.fromString(id), origin.key(), TraceContext.current(), Json.read(payload, type));
    }

    private static Uni<Void> inConsumerSpan(Topic topic, String sender, java.util.function.Supplier<Uni<Void>> work) {
        Context parent = TraceContext.parse(sender);
        Span span = GlobalOpenTelemetry.getTracer("dev.masterplan.messaging")
                .spanBuilder("process " + topic.topicName())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parent)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.name", "process")
                .setAttribute("messaging.destination.name", topic.topicName())
                .startSpan();
        return TraceContext.within(parent.with(span), work)
                .onFailure()
                .invoke(failure -> span.recordException(failure).setStatus(StatusCode.ERROR))
                .eventually(() -> span.end());
    }

    /** A retry comes from a timer thread, where Hibernate Reactive refuses to work: go back to the record's context. */
    private static Uni<Void> onSameContext(Uni<Void> attempt) {
        io.vertx.core.Context context = Vertx.currentContext();
        return context == null
                ? attempt
                : attempt.runSubscriptionOn(command -> {
                    if (Vertx.currentContext() == context) {
                        command.run();
                    } else {
                        context.runOnContext(ignored -> command.run());
                    }
                });
    }

    static String header(ConsumerRecord<String, ?> origin, String name) {
        Header header = origin.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
