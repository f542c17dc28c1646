package dev.masterplan.messaging.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Says degraded while a record waits for the world to come back. */
@Readiness
@ApplicationScoped
class DeliveryReadiness implements HealthCheck {

    private final DeliveryTrouble trouble;

    DeliveryReadiness(DeliveryTrouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> waiting = trouble.waiting();
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("event delivery").status(waiting.isEmpty());
        waiting.forEach((place, reason) -> answer.withData(place, "degraded: " + reason));
        return answer.build();
    }
}
