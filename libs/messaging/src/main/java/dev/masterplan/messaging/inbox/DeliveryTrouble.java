package dev.masterplan.messaging.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Records that wait for a database or a network to come back; while there is one, readiness says degraded. */
@Readiness
@ApplicationScoped
class DeliveryTrouble implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(DeliveryTrouble.class);

    private final Map<String, String> waiting = new ConcurrentHashMap<>();

    void noticed(ConsumerRecord<String, ?> origin, Throwable failure) {
        String reason = String.valueOf(failure.getMessage());
        if (waiting.put(place(origin), reason) == null) {
            LOG.warnf(failure, "trouble with %s: the same record again until it works", place(origin));
        }
    }

    void over(ConsumerRecord<String, ?> origin) {
        if (waiting.remove(place(origin)) != null) {
            LOG.infof("%s went through", place(origin));
        }
    }

    private static String place(ConsumerRecord<String, ?> origin) {
        return origin.topic() + "-" + origin.partition() + "@" + origin.offset();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("event delivery").status(waiting.isEmpty());
        waiting.forEach((place, reason) -> answer.withData(place, "degraded: " + reason));
        return answer.build();
    }
}
