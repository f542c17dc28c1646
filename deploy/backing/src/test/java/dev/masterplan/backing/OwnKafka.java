package dev.masterplan.backing;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A Kafka of one test, which may stop it and start it again on the same data and port. */
public final class OwnKafka implements AutoCloseable {

    private final Path folder;
    private final int port = FreePort.choose(0, "a test");
    private EmbeddedKafka running;

    public OwnKafka(Path folder) {
        this.folder = folder;
    }

    public void start() {
        running = EmbeddedKafka.start(folder, port, null);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            TopicSetup.apply(admin);
        }
    }

    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
    }
}
