package dev.masterplan.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** One Kafka node, broker and controller in one, on the loopback address. Topics are never made by a client. */
final class EmbeddedKafka implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENT = "CLIENT";

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private boolean closed;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** @param security null = anybody on this machine may do everything */
    static EmbeddedKafka start(Path folder, int port, KafkaSecurity security) {
        int chosen = FreePort.choose(port, "Kafka");
        int controller = FreePort.choose(0, "Kafka's controller");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format(folder);
            }
            Properties settings = settings(folder, chosen, controller);
            if (security != null) {
                security.addTo(settings);
            }
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            KafkaGivesUp.endTheProcessInOrder();
            server.startup();
            return new EmbeddedKafka(server, HOST + ":" + chosen);
        } catch (Exception e) {
            throw new BackingException("Kafka does not start on " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void format(Path folder) throws Exception {
        new Formatter()
                .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(CONTROLLER)
                .run();
    }

    private static Properties settings(Path folder, int port, int controller) {
        Properties settings = new Properties();
        String client = CLIENT + "://" + HOST + ":" + port;
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controller);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listeners", client + "," + CONTROLLER + "://" + HOST + ":" + controller);
        settings.put("advertised.listeners", client);
        settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", CLIENT);
        settings.put("log.dirs", folder.toString());
        oneNode(settings);
        small(settings);
        return settings;
    }

    private static void oneNode(Properties settings) {
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "6");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A crashed node is its own successor: with the defaults it waits 12 s for itself.
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }

    /** Threads and buffers for one machine with a few clients. */
    private static void small(Properties settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
