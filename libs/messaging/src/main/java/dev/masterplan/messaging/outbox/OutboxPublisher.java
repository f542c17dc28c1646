package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.event.Topic;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes this service's outbox, on one thread per process: rows handed over after a commit at once, the rest of the
 * table once a second. It starts and ends with the service and takes a new connection after each trouble.
 */
@ApplicationScoped
public class OutboxPublisher {

    private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);
    private static final long RETRY_MILLIS = 500;
    private static final long STOP_MILLIS = 8_000;
    private static final String SEPARATOR = " ";
    private static final String AGE = "masterplan.outbox.age";

    private final OutboxConfig config;
    private final OutboxConnection connection;
    private final OutboxRelay relay;
    private final int slot;
    private final String process = UUID.randomUUID().toString();
    private final BlockingQueue<Work> queue;
    private volatile boolean stopping;
    private boolean started;
    private Thread thread;

    public OutboxPublisher(
            OutboxConfig config,
            OutboxConnection connection,
            KafkaSender sender,
            @ConfigProperty(name = "quarkus.application.name") String source,
            @ConfigProperty(name = "masterplan.instance.slot", defaultValue = "0") int slot) {
        this.config = config;
        this.connection = connection;
        this.relay = new OutboxRelay(sender, config, source);
        this.slot = slot;
        this.queue = new LinkedBlockingQueue<>(config.queue());
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            TimeGauge.builder(
                            AGE, this, TimeUnit.MILLISECONDS, each -> each.age().toMillis())
                    .register(Metrics.globalRegistry);
            thread = Thread.ofPlatform().daemon().name("outbox-publisher").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        queue.offer(new Work.Stop());
        if (thread != null) {
            thread.join(STOP_MILLIS);
        }
    }

    /** Hands over rows whose transaction has committed, in the order of the commits. Never blocks. */
    public void publish(List<OutboxRow> rows) {
        if (!rows.isEmpty()) {
            // No room: the rows wait in the table and the repair finds them.
            queue.offer(new Work.Rows(rows));
        }
    }

    /** How long the oldest row has waited that is due for repair; zero when there is none. */
    Duration age() {
        return relay.age();
    }

    /** What {@code pg_notify} has to say after the commit of that message, so that this process publishes it. */
    String wakeUpCall(OutboxMessage message) {
        return process + SEPARATOR + message.topic().topicName() + SEPARATOR + message.key();
    }

    private void wake(String call) {
        String[] parts = call.split(SEPARATOR, 3);
        if (parts[0].equals(process)) {
            queue.offer(new Work.Key(new OutboxKey(Topic.ofName(parts[1]), parts[2])));
        }
    }

    private void run() {
        while (!stopping) {
            try (OutboxSession session = OutboxSession.open(connection.open(this::wake), relay, config, slot)) {
                if (!started) {
                    session.begin();
                    started = true;
                }
                session.work(queue, () -> stopping);
                session.end();
            } catch (RuntimeException e) {
                LOG.warnf("outbox: %s; trying again", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** One thing for the publisher's thread. */
    sealed interface Work {
        record Rows(List<OutboxRow> rows) implements Work {}

        record Key(OutboxKey key) implements Work {}

        record Stop() implements Work {}
    }
}
