package dev.masterplan.planner.generation;

import dev.masterplan.messaging.event.TraceContext;
import dev.masterplan.planner.PlannerConfig;
import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.chat.MessageRepository;
import dev.masterplan.planner.database.BlockingTransactions;
import dev.masterplan.planner.database.DatabaseTrouble;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Messages that wait to be read, those of one session one after the other. The queue is in memory only: what the
 * database holds as open is put in again at each start, so that nothing that was accepted is lost.
 */
@ApplicationScoped
public class ReadingQueue {

    private static final Logger LOG = Logger.getLogger(ReadingQueue.class);
    private static final long FIRST_WAIT_MS = 200;
    private static final long LONGEST_WAIT_MS = 10_000;

    private final MessageReader reader;
    private final MessageRepository messages;
    private final BlockingTransactions transactions;
    private final Semaphore readers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UUID, CompletableFuture<Void>> lastOfSession = new ConcurrentHashMap<>();

    ReadingQueue(
            MessageReader reader, MessageRepository messages, BlockingTransactions transactions, PlannerConfig config) {
        this.reader = reader;
        this.messages = messages;
        this.transactions = transactions;
        this.readers = new Semaphore(config.readers());
    }

    /** Beside the start, so that the service is ready at once. */
    void resume(@Observes StartupEvent event) {
        threads.execute(() ->
                untilDone("what is open", () -> transactions.run(messages::open).forEach(this::put)));
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    /** Returns at once. A message that is answered already costs one look. */
    public void put(Message message) {
        CompletableFuture<Void> done = lastOfSession.compute(
                message.sessionId(),
                (session, last) -> (last == null ? CompletableFuture.<Void>completedFuture(null) : last)
                        .thenRunAsync(
                                () -> TraceContext.run(
                                        message.trace().traceparent(), () -> readUntilDone(message.id())),
                                threads));
        done.whenComplete((nothing, failure) -> lastOfSession.remove(message.sessionId(), done));
    }

    private void readUntilDone(UUID messageId) {
        untilDone("message " + messageId, () -> read(messageId));
    }

    /** Only trouble with the database passes; whatever else fails once fails each time. */
    private static void untilDone(String what, Runnable work) {
        long wait = FIRST_WAIT_MS;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!DatabaseTrouble.in(e)) {
                    LOG.errorf(e, "%s is given up until the next start", what);
                    return;
                }
                LOG.warnf(e, "%s could not be dealt with, trying again in %d ms", what, wait);
                pause(wait);
                wait = Math.min(2 * wait, LONGEST_WAIT_MS);
            }
        }
    }

    private void read(UUID messageId) {
        try {
            readers.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            reader.read(messageId);
        } finally {
            readers.release();
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
