package dev.masterplan.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.backing.Backing;
import dev.masterplan.backing.BackingOptions;
import dev.masterplan.messaging.outbox.PanacheOutbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same way of an event when Kafka wants passwords: {@code kafka.*} reaches the publisher and the channels. */
@QuarkusTest
@Tag("slow")
@QuarkusTestResource(value = SecuredDeliveryTest.SecuredKafka.class, restrictToAnnotatedClass = true)
class SecuredDeliveryTest {

    private final Database database = new Database("review");
    private final UUID plan = UUID.randomUUID();

    @Inject
    PanacheOutbox outbox;

    @Test
    void shouldHaveItsEffectWhenKafkaWantsPasswords() throws Throwable {
        // When
        DeliveryTest.commit(() -> outbox.append(Events.waveCompleted(plan, 1)));

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<Integer> effects = database.column("SELECT wave FROM effect WHERE masterplan_id = ?", plan);
            assertThat(effects).containsExactly(1);
        });
    }

    /** A backing of its own, of which the service uses Kafka only. */
    public static final class SecuredKafka implements QuarkusTestResourceLifecycleManager {

        private Path folder;
        private Backing backing;

        @Override
        public Map<String, String> start() {
            try {
                folder = Files.createTempDirectory("masterplan-secured");
                backing = Backing.start(BackingOptions.forTests(folder).withSecuredKafka());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<String, String> settings = new HashMap<>(backing.kafkaSettings("execution"));
            settings.put("kafka.bootstrap.servers", backing.bootstrapServers());
            settings.put("mp.messaging.incoming.wave-completed.group.id", "execution-proof");
            return settings;
        }

        @Override
        public void stop() {
            backing.close();
            try {
                Utils.delete(folder.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
