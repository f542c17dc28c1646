package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Moves rows from the table to Kafka and settles them after the acknowledgement. Used by the publisher's thread only;
 * acknowledgements come from Kafka's.
 *
 * <p>Order per key: row n goes out only after this process sent row n - 1, or read the table and sent every earlier row
 * that still waited. Several processes may send a row twice, never in another order; consumers drop the second.
 */
final class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final KafkaSender sender;
    private final OutboxConfig config;
    private final String source;
    private final SendOrder order = new SendOrder();
    private final Queue<Acknowledgement> acknowledged = new ConcurrentLinkedQueue<>();
    private boolean outage;
    private boolean clusterChecked;
    private volatile Instant oldest;

    OutboxRelay(KafkaSender sender, OutboxConfig config, String source) {
        this.sender = sender;
        this.config = config;
        this.source = source;
    }

    /** Sends rows that were just committed; what does not follow its predecessor is read from the table. */
    void publish(List<OutboxRow> rows, OutboxTable table) {
        if (outage) {
            return;
        }
        for (OutboxRow row : rows) {
            if (order.inFlight(row.id())) {
                continue;
            }
            if (order.follows(row)) {
                send(row);
            } else {
                drain(row.orderedBy(), table);
            }
        }
    }

    /** The key has new rows; during an outage the repair brings them. */
    void drainUnlessOutage(OutboxKey key, OutboxTable table) {
        if (!outage) {
            drain(key, table);
        }
    }

    /** Sends all rows of the key that wait. */
    private void drain(OutboxKey key, OutboxTable table) {
        long after = 0;
        List<OutboxRow> rows;
        do {
            rows = table.waiting(key, after, config.batch());
            for (OutboxRow row : rows) {
                if (!order.inFlight(row.id()) && !send(row)) {
                    return;
                }
                after = row.sequence();
            }
        } while (rows.size() == config.batch());
    }

    /** Sends what waits for longer than that, key by key. */
    void repair(Duration olderThan, OutboxTable table) {
        outage = false;
        List<OutboxTable.Waiting> waiting = table.waitingKeys(olderThan);
        oldest = waiting.isEmpty() ? null : waiting.getFirst().since();
        for (OutboxTable.Waiting each : waiting) {
            drain(each.key(), table);
            settle(table);
            if (outage) {
                return;
            }
        }
    }

    private boolean send(OutboxRow row) {
        try {
            order.sent(row);
            sender.send(
                    row.toRecord(source), (metadata, failure) -> acknowledged.add(new Acknowledgement(row, failure)));
            return true;
        } catch (InterruptException e) {
            order.failed(row);
            throw e;
        } catch (KafkaException | IllegalStateException e) {
            order.failed(row);
            if (e instanceof TimeoutException && !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                outage = true;
                order.closeAll();
            }
            TraceContext.run(
                    row.traceparent(),
                    () -> LOG.warnf(
                            "event %s for %s waits: %s", row.id(), row.topic().topicName(), e.getMessage()));
            return false;
        }
    }

    /** Marks or deletes the rows that Kafka has. */
    void settle(OutboxTable table) {
        List<UUID> domain = new ArrayList<>();
        List<UUID> live = new ArrayList<>();
        int taken = 0;
        for (Acknowledgement answer : acknowledged) {
            taken++;
            OutboxRow row = answer.row();
            if (answer.failure() != null) {
                order.failed(row);
                TraceContext.run(
                        row.traceparent(),
                        () -> LOG.errorf(
                                answer.failure(),
                                "Kafka refused event %s for %s",
                                row.id(),
                                row.topic().topicName()));
            } else {
                (row.topic() == Topic.LIVE_UPDATES || row.topic() == Topic.LIVE_DELTAS ? live : domain).add(row.id());
            }
        }
        table.markPublished(domain);
        table.delete(live);
        for (int i = 0; i < taken; i++) {
            order.settled(acknowledged.remove().row().id());
        }
    }

    /** A cluster that never saw our events gets all that are kept. */
    void checkCluster(int slot, OutboxTable table) {
        if (clusterChecked || sender.clusterId().isEmpty()) {
            return;
        }
        if (table.changesCluster(slot, sender.clusterId().get())) {
            order.closeAll();
            LOG.infof(
                    "outbox: new Kafka cluster, %d events are published again",
                    table.publishAgain(config.keepPublished()));
        }
        clusterChecked = true;
    }

    boolean idle() {
        return order.idle();
    }

    /** How long the oldest row that the last repair found has waited; any thread may ask. */
    Duration age() {
        Instant since = oldest;
        return since == null ? Duration.ZERO : Duration.between(since, Instant.now());
    }

    private record Acknowledgement(OutboxRow row, Exception failure) {}
}
