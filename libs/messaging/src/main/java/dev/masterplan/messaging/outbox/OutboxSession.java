package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.outbox.OutboxPublisher.Work;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** The publisher's work on one database connection; ends with an exception when the connection does. */
final class OutboxSession implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxSession.class);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final OutboxTable table;
    private final OutboxRelay relay;
    private final OutboxConfig config;
    private final int slot;
    private boolean repairer;
    private long lastTick;
    private long lastSettled;
    private long lastForgotten;

    private OutboxSession(OutboxTable table, OutboxRelay relay, OutboxConfig config, int slot) {
        this.table = table;
        this.relay = relay;
        this.config = config;
        this.slot = slot;
        this.lastTick = System.nanoTime() - config.tick().toNanos();
        this.lastForgotten = System.nanoTime() - FORGET_EVERY.toNanos();
    }

    static OutboxSession open(OutboxTable table, OutboxRelay relay, OutboxConfig config, int slot) {
        return new OutboxSession(table, relay, config, slot);
    }

    /** First session of the process: what an unclean stop may have lost in Kafka waits again. */
    void begin() {
        if (!table.startSlot(slot)) {
            int again = table.publishAgain(config.republish());
            LOG.infof("outbox: last stop was not clean, %d events are published again", again);
        }
    }

    void work(BlockingQueue<Work> queue, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() || !queue.isEmpty()) {
            Work next = take(queue);
            if (next != null) {
                carryOut(next);
            }
            settleInTime();
            tick();
        }
    }

    private Work take(BlockingQueue<Work> queue) {
        try {
            Duration wait = relay.idle() ? config.tick() : config.settleEvery();
            return queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboxTroubleException("interrupted", e);
        }
    }

    private void carryOut(Work work) {
        switch (work) {
            case Work.Rows handedOver -> relay.publish(handedOver.rows(), table);
            case Work.Key woken -> relay.drainUnlessOutage(woken.key(), table);
            case Work.Stop ended -> relay.settle(table);
        }
    }

    private void settleInTime() {
        if (!relay.idle() && passed(lastSettled, config.settleEvery())) {
            relay.settle(table);
            lastSettled = System.nanoTime();
        }
    }

    private void tick() {
        if (!passed(lastTick, config.tick())) {
            return;
        }
        relay.checkCluster(slot, table);
        if (repairer) {
            relay.repair(config.repairAfter(), table);
        } else if (table.tryLock()) {
            repairer = true;
            relay.repair(Duration.ZERO, table);
        }
        if (repairer && passed(lastForgotten, FORGET_EVERY)) {
            table.forget(config.keepPublished(), config.keepInbox());
            lastForgotten = System.nanoTime();
        }
        lastTick = System.nanoTime();
    }

    private static boolean passed(long since, Duration time) {
        return System.nanoTime() - since >= time.toNanos();
    }

    /** The process stops: waits a moment for Kafka; only a table without open sends counts as clean. */
    void end() {
        long deadline = System.nanoTime() + config.maxBlock().toNanos();
        while (!relay.idle() && System.nanoTime() < deadline) {
            relay.settle(table);
            Thread.onSpinWait();
        }
        if (relay.idle()) {
            table.endSlot(slot);
        }
    }

    @Override
    public void close() {
        table.close();
    }
}
