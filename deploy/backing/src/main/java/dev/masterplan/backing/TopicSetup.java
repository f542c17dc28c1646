package dev.masterplan.backing;

import dev.masterplan.messaging.event.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Every {@link Topic} and its dead-letter topic, with the sizes and times of that table. */
final class TopicSetup {

    private static final short REPLICAS = 1;
    private static final int DEAD_LETTER_PARTITIONS = 1;
    /** A record is its payload plus headers; a dead letter has more of them, which say why. */
    private static final int HEADERS = 64 * 1024;

    private static final long WAIT_SECONDS = 30;

    private TopicSetup() {}

    /** Creates what is missing and brings the settings of the rest up to date; may be applied again. */
    static void apply(Admin admin) {
        try {
            Set<String> existing = admin.listTopics().names().get(WAIT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> wanted = wanted();
            admin.createTopics(wanted.stream()
                            .filter(topic -> !existing.contains(topic.name()))
                            .toList())
                    .all()
                    .get(WAIT_SECONDS, TimeUnit.SECONDS);
            admin.incrementalAlterConfigs(changes(wanted.stream()
                            .filter(topic -> existing.contains(topic.name()))
                            .toList()))
                    .all()
                    .get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingException("interrupted while topics are made", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BackingException("topics can't be made: " + e.getMessage(), e);
        }
    }

    private static List<NewTopic> wanted() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            topics.add(new NewTopic(topic.topicName(), topic.partitions(), REPLICAS)
                    .configs(settings(topic, topic.maxMessageBytes() + HEADERS)));
            topics.add(new NewTopic(topic.deadLetterName(), DEAD_LETTER_PARTITIONS, REPLICAS)
                    .configs(settings(topic, topic.maxMessageBytes() + 2 * HEADERS)));
        }
        return topics;
    }

    private static Map<String, String> settings(Topic topic, int maxMessageBytes) {
        return Map.of(
                "max.message.bytes", Integer.toString(maxMessageBytes),
                "retention.ms", Long.toString(topic.retention().toMillis()));
    }

    private static Map<ConfigResource, Collection<AlterConfigOp>> changes(List<NewTopic> topics) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (NewTopic topic : topics) {
            changes.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    topic.configs().entrySet().stream()
                            .map(e -> new AlterConfigOp(
                                    new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                            .toList());
        }
        return changes;
    }
}
