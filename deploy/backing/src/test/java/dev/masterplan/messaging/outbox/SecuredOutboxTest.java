package dev.masterplan.messaging.outbox;

import static dev.masterplan.messaging.outbox.ExecutionSchema.DATABASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.backing.Backing;
import dev.masterplan.backing.BackingOptions;
import dev.masterplan.messaging.outbox.ExecutionSchema.Writer;
import dev.masterplan.proof.Events;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kafka.*} reaches the publisher, so a secured Kafka takes its events. */
class SecuredOutboxTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @BeforeEach
    void emptyTables() {
        ExecutionSchema.empty();
    }

    @Test
    void shouldBeAcknowledgedWhenKafkaWantsPasswords(@TempDir Path folder) throws Exception {
        // Given
        try (Backing backing = Backing.start(BackingOptions.forTests(folder).withSecuredKafka());
                Publisher publisher = new Publisher(0, backing.bootstrapServers(), backing.kafkaSettings("execution"));
                Writer writer = Writer.open()) {
            publisher.start();

            // When
            publisher.handOver().publish(writer.commit(Events.waveCompleted(UUID.randomUUID(), 1)));

            // Then
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(DATABASE.<Boolean>column("SELECT published_at IS NOT NULL FROM outbox"))
                                    .containsExactly(true));
        }
    }
}
