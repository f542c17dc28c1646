package dev.masterplan.proof;

import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.WaveCompleted;
import dev.masterplan.messaging.outbox.OutboxMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events of the proofs. */
public final class Events {

    public static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    public static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private Events() {}

    public static OutboxMessage waveCompleted(UUID masterplanId, int wave) {
        return OutboxMessage.event(
                TimeOrderedId.next(), Topic.WAVE_COMPLETED, masterplanId, TRACEPARENT, event(masterplanId, wave));
    }

    public static WaveCompleted event(UUID masterplanId, int wave) {
        return new WaveCompleted(
                UUID.randomUUID(),
                masterplanId,
                UUID.randomUUID(),
                TRACE,
                wave,
                9,
                1,
                5,
                0,
                0,
                0,
                1,
                1200,
                BigDecimal.ZERO,
                false,
                Instant.EPOCH,
                List.of());
    }
}
