package dev.masterplan.messaging.outbox;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One publisher as a service process has it, on the schema {@code execution}. */
final class Publisher implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final OutboxPublisher publisher;
    private final KafkaSender sender;

    Publisher(int slot, String bootstrapServers, Map<String, String> thresholds) {
        SmallRyeConfig config = config(bootstrapServers, thresholds);
        OutboxConfig outbox = config.getConfigMapping(OutboxConfig.class);
        sender = new KafkaSender(config, outbox);
        publisher = new OutboxPublisher(outbox, new OutboxConnection(vertx, config), sender, "execution-service", slot);
    }

    static Publisher started(int slot) {
        Publisher publisher = new Publisher(slot, System.getProperty("masterplan.kafka.bootstrap-servers"), Map.of());
        publisher.start();
        return publisher;
    }

    void start() {
        publisher.start(null);
    }

    OutboxPublisher handOver() {
        return publisher;
    }

    /** An orderly stop. */
    @Override
    public void close() {
        try {
            publisher.stop(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.close();
        vertx.close();
    }

    private static SmallRyeConfig config(String bootstrapServers, Map<String, String> thresholds) {
        Map<String, String> values = new HashMap<>(thresholds);
        values.put("kafka.bootstrap.servers", bootstrapServers);
        values.put("quarkus.datasource.reactive.url", ExecutionSchema.reactiveUrl());
        values.put("quarkus.datasource.username", "execution");
        values.put("quarkus.datasource.password", System.getProperty("masterplan.postgres.password"));
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(OutboxConfig.class)
                .withDefaultValues(values)
                .build();
    }
}
