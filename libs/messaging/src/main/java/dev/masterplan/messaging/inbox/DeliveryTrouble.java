package dev.masterplan.messaging.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Records that wait for a database or a network to come back. */
@ApplicationScoped
class DeliveryTrouble {

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

    /** Record → what stops it. */
    Map<String, String> waiting() {
        return Map.copyOf(waiting);
    }

    private static String place(ConsumerRecord<String, ?> origin) {
        return origin.topic() + "-" + origin.partition() + "@" + origin.offset();
    }
}
