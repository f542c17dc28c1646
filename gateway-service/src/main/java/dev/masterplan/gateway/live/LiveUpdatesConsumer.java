package dev.masterplan.gateway.live;

import dev.masterplan.messaging.event.LiveUpdates;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.inbox.EventDelivery;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes live updates from Kafka into the journal; ids make a repeated delivery harmless, so it needs no inbox. */
@ApplicationScoped
public class LiveUpdatesConsumer {

    private final EventDelivery delivery;
    private final JournalRepository journal;

    @Inject
    LiveUpdatesConsumer(EventDelivery delivery, JournalRepository journal) {
        this.delivery = delivery;
        this.journal = journal;
    }

    @Incoming("live-updates")
    Uni<Void> on(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> metadata) {
        return delivery.deliver(
                Topic.LIVE_UPDATES,
                metadata,
                payload,
                LiveUpdates.class,
                delivered -> Uni.createFrom()
                        .completionStage(() -> journal.append(delivered.eventId(), delivered.event())
                                .toCompletionStage()));
    }
}
