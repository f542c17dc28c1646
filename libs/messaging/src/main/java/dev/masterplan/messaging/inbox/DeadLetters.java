package dev.masterplan.messaging.inbox;

import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.outbox.KafkaSender;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts a record that no repetition can help into {@code <topic>.dlq}, unchanged, with why and where from. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 4_000;
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private final KafkaSender sender;
    private final String consumer;

    DeadLetters(KafkaSender sender, @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.sender = sender;
        this.consumer = consumer;
    }

    /** Completes when Kafka has it; tries without end, because the record would be lost otherwise. */
    Uni<Void> send(Topic topic, ConsumerRecord<String, ?> origin, byte[] payload, Throwable reason) {
        LOG.errorf(
                "poison: %s partition %d offset %d goes to %s: %s",
                origin.topic(), origin.partition(), origin.offset(), topic.deadLetterName(), reason.getMessage());
        ProducerRecord<String, byte[]> letter = letter(topic, origin, payload, reason);
        return Uni.createFrom()
                .<Void>emitter(done -> sender.send(letter, (metadata, failure) -> {
                    if (failure == null) {
                        done.complete(null);
                    } else {
                        done.fail(failure);
                    }
                }))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely();
    }

    private ProducerRecord<String, byte[]> letter(
            Topic topic, ConsumerRecord<String, ?> origin, byte[] payload, Throwable reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topic.deadLetterName(), null, origin.key(), payload, origin.headers());
        String message = String.valueOf(reason.getMessage());
        header(letter, "dead-letter-reason", message.substring(0, Math.min(message.length(), LONGEST_REASON)));
        header(letter, "dead-letter-exception", reason.getClass().getName());
        header(letter, "dead-letter-consumer", consumer);
        header(letter, "dead-letter-topic", origin.topic());
        header(letter, "dead-letter-partition", Integer.toString(origin.partition()));
        header(letter, "dead-letter-offset", Long.toString(origin.offset()));
        return letter;
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
