package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Money spent outside execution; estimated means the outcome was unknown and the worst case is booked. */
public record CostBooked(
        UUID masterplanId,
        UUID sessionId,
        String traceId,
        String service,
        String purpose,
        String subject,
        int attempt,
        int call,
        BigDecimal amountUsd,
        boolean estimated,
        Instant bookedAt) {
    public CostBooked {
        masterplanId = Required.value(masterplanId, "masterplan_id");
        service = Required.text(service, "service");
        amountUsd = Required.value(amountUsd, "amount_usd");
    }
}
