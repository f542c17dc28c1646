package dev.masterplan.execution.journal;

import dev.masterplan.execution.journal.Flush.StaleEffectException;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.messaging.event.TraceContext;
import dev.masterplan.messaging.outbox.OutboxPublisher;
import dev.masterplan.messaging.outbox.OutboxRow;
import dev.masterplan.messaging.outbox.SqlOutbox;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * Makes transitions durable: requests of all runs are queued and written by one flush at a time, so that commit order is
 * event order. A request that the database or a topic's size limit refuses is found by halving; the others never notice. When the connection
 * fails nobody knows what was committed: all are told that the lease is lost, and the runs are rebuilt from their rows.
 */
@Singleton
public class RunJournal {

    private static final Logger LOG = Logger.getLogger(RunJournal.class);
    private static final int MAX_REQUESTS = 1_000;
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Pool pool;
    private final InstanceLease lease;
    private final OutboxPublisher publisher;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final List<Pending> waiting = new ArrayList<>();
    private final Thread writer;

    RunJournal(@ReactiveDataSource("writer") Pool pool, InstanceLease lease, OutboxPublisher publisher) {
        this.pool = pool;
        this.lease = lease;
        this.publisher = publisher;
        this.writer = Thread.ofPlatform().name("journal").daemon().start(this::loop);
    }

    void onStop(@Observes ShutdownEvent event) {
        writer.interrupt();
    }

    /** Blocks until the transition is durable or refused; call it from a virtual thread. */
    public Reply submit(Transition transition) {
        Pending pending = Pending.of(transition);
        queue.add(pending);
        return pending.reply().join();
    }

    private void loop() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                write(take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Pending> take() throws InterruptedException {
        List<Pending> batch = new ArrayList<>();
        Pending next = queue.take();
        int bytes = 0;
        while (next != null) {
            batch.add(next);
            bytes += next.bytes();
            next = batch.size() < MAX_REQUESTS && bytes < MAX_BYTES ? queue.poll() : null;
        }
        return batch;
    }

    private void write(List<Pending> batch) {
        try {
            flush(batch);
        } catch (PgException | StaleEffectException | IllegalArgumentException e) {
            halve(batch, e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "flush failed, runs are rebuilt: requests=%d", batch.size());
            loseAll(batch);
        }
    }

    private void loseAll(List<Pending> batch) {
        waiting.addAll(batch);
        waiting.forEach(p -> p.reply().complete(new Reply.LeaseLost()));
        waiting.clear();
    }

    private void halve(List<Pending> batch, RuntimeException cause) {
        if (batch.size() == 1 && cause instanceof StaleEffectException) {
            batch.getFirst().reply().complete(new Reply.WrongState());
            return;
        }
        if (batch.size() == 1) {
            Transition refused = batch.getFirst().transition();
            TraceContext.run(
                    refused.run().traceparent(),
                    () -> LOG.errorf(
                            cause,
                            "refused: transition=%s run=%d",
                            refused.getClass().getSimpleName(),
                            refused.run().no()));
            batch.getFirst().reply().completeExceptionally(cause);
            return;
        }
        write(batch.subList(0, batch.size() / 2));
        write(batch.subList(batch.size() / 2, batch.size()));
    }

    private void flush(List<Pending> batch) {
        SqlConnection connection = Sql.await(pool.getConnection());
        try {
            Transaction transaction = Sql.await(connection.begin());
            if (!Sql.await(lease.check(connection))) {
                Sql.await(transaction.rollback());
                loseAll(batch);
                return;
            }
            refuseStrangers(batch);
            refuseStrangers(waiting);
            waiting.removeIf(p -> !mine(p));
            Flush flush =
                    new Flush(connection, batch.stream().filter(this::mine).toList());
            List<OutboxRow> written = write(flush, transaction, connection);
            publisher.publish(written);
            answer(flush);
        } finally {
            connection.close();
        }
    }

    /** A driver that claimed its run under an earlier lease may not write under this one. */
    private boolean mine(Pending pending) {
        return lease.id().equals(pending.transition().run().owner());
    }

    private void refuseStrangers(List<Pending> requests) {
        requests.stream().filter(p -> !mine(p)).forEach(p -> p.reply().complete(new Reply.LeaseLost()));
    }

    private List<OutboxRow> write(Flush flush, Transaction transaction, SqlConnection connection) {
        try {
            List<OutboxRow> rows = Sql.await(SqlOutbox.append(connection, flush.write()));
            Sql.await(transaction.commit());
            return rows;
        } catch (PgException | StaleEffectException | IllegalArgumentException e) {
            transaction.rollback();
            throw e;
        }
    }

    /** Those that wait for room come back when there is more of it. */
    private void answer(Flush flush) {
        flush.replies().forEach((pending, reply) -> pending.reply().complete(reply));
        waiting.addAll(flush.waiting());
        if (flush.roomMade()) {
            queue.addAll(waiting);
            waiting.clear();
        }
    }
}
