package dev.masterplan.messaging.outbox;

import java.util.Optional;
import org.apache.kafka.common.ClusterResource;
import org.apache.kafka.common.ClusterResourceListener;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Passes bytes on and notes which Kafka cluster they go to; Kafka tells its serializers and nobody else. */
final class ClusterWatch extends ByteArraySerializer implements ClusterResourceListener {

    private volatile String id;

    @Override
    public void onUpdate(ClusterResource cluster) {
        id = cluster.clusterId();
    }

    /** Empty until the cluster has answered once. */
    Optional<String> clusterId() {
        return Optional.ofNullable(id);
    }
}
