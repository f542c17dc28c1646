package dev.masterplan.execution.run;

import dev.masterplan.execution.desk.CommandDesk;
import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunStore;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.workspace.HistoryLostException;
import dev.masterplan.messaging.event.RunState;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Drives one run on one virtual thread: look at its rows, do the next step, write it down, look again. Whatever stops it
 * (a crash, a lost lease, a cure) goes on by the same way: from the rows.
 */
final class RunDriver implements Runnable {

    private static final Logger LOG = Logger.getLogger(RunDriver.class);

    private final int runNo;
    private final UUID lease;
    private final RunEngine engine;
    private final CommandDesk desk;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean asked = true;
    private volatile boolean stopped;
    private volatile boolean waiting;
    private boolean settled;
    private int faults;

    /** @param lease under which the run was claimed: under a later one it has another driver */
    RunDriver(int runNo, UUID lease, RunEngine engine, CommandDesk desk) {
        this.runNo = runNo;
        this.lease = lease;
        this.engine = engine;
        this.desk = desk;
    }

    /** A command waits in the mailbox. */
    void wake() {
        asked = true;
        wake.release();
    }

    /** The lease is lost or the service ends: no further write. */
    void stop() {
        stopped = true;
        wake();
    }

    /** It has something to do; a run that waits for a person takes no capacity. */
    boolean busy() {
        return !waiting;
    }

    @Override
    public void run() {
        try {
            DriverStep next = DriverStep.AGAIN;
            while (!stopped && (next == DriverStep.AGAIN || next == DriverStep.WAIT)) {
                next = tried();
                if (next == DriverStep.WAIT) {
                    waiting = true;
                    wake.acquire();
                    waiting = false;
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.errorf(e, "run stopped, it is taken up again: run=%d", runNo);
            LockSupport.parkNanos(engine.config().engine().pollEvery().toNanos());
        }
    }

    /** A step that throws is tried again; one that does so again and again blocks the run, and says why. */
    private DriverStep tried() {
        try {
            DriverStep next = step();
            faults = 0;
            return next;
        } catch (RuntimeException e) {
            faults++;
            settled = false;
            LOG.errorf(e, "a step failed: run=%d time=%d", runNo, faults);
            boolean hopeless = e instanceof HistoryLostException;
            DriverStep next = DriverStep.AGAIN;
            if ((hopeless || faults >= engine.config().engine().faults()) && drives()) {
                next = block(e);
            }
            if (next == DriverStep.AGAIN) {
                pause();
            }
            return drives() ? next : DriverStep.ABANDON;
        }
    }

    /** It has not been stopped, and this process still has the lease under which the run was claimed. */
    private boolean drives() {
        return !stopped && engine.lease().holds(lease);
    }

    private DriverStep block(RuntimeException fault) {
        RunMemory memory;
        try {
            if (!(engine.store().load(runNo) instanceof RunStore.Loaded.Ready ready)) {
                return DriverStep.AGAIN;
            }
            memory = ready.memory();
        } catch (RuntimeException unreadable) {
            faults = 0;
            return new BrokenRun(engine, desk, runNo).block(unreadable);
        }
        String reason = BlockedBy.ofFault(fault);
        String cure = BlockedBy.said(reason).orElseThrow().cure();
        Says says = new RunEvents(memory, engine.clock()).changed(memory.state(), RunState.BLOCKED, reason, cure);
        Set<RunState> working = Set.of(RunState.PREPARING, RunState.RUNNING);
        engine.journal().submit(new Transition.RunChanged(memory.ref(), working, RunState.BLOCKED, reason, cure, says));
        return DriverStep.AGAIN;
    }

    private DriverStep step() {
        return switch (engine.store().load(runNo)) {
            case RunStore.Loaded.Broken broken -> new BrokenRun(engine, desk, runNo).end(broken.problems());
            case RunStore.Loaded.Ready ready -> settled ? step(ready.memory()) : settle(ready.memory());
        };
    }

    /** Before anything else: no call of this run is in flight now, so what is open will never be answered. */
    private DriverStep settle(RunMemory memory) {
        settled = new UnknownCalls(engine, memory).settle();
        return settled ? step() : DriverStep.ABANDON;
    }

    private DriverStep step(RunMemory memory) {
        if (!lease.equals(memory.ref().owner())) {
            return DriverStep.ABANDON;
        }
        if (asked) {
            asked = false;
            if (desk.carryOut(memory)) {
                asked = true;
                return DriverStep.AGAIN;
            }
        }
        return switch (memory.state()) {
            case PREPARING -> new RunPreparation(engine, memory).prepare();
            case RUNNING -> new RunAdvance(engine, memory, () -> asked || stopped).advance();
            case READY, PAUSED -> DriverStep.WAIT;
            case BLOCKED -> blocked(memory);
            case COMPLETED, COMPLETED_WITH_GAPS, FAILED, CANCELLED -> release(memory);
        };
    }

    /** Waits for a person; what may be cured outside of the product is looked at again meanwhile. */
    private DriverStep blocked(RunMemory memory) {
        Cure cure = new Cure(engine, memory);
        if (!cure.watched()) {
            return DriverStep.WAIT;
        }
        waiting = true;
        do {
            pause();
        } while (!asked && !stopped && !cure.seen());
        waiting = false;
        return asked || stopped ? DriverStep.AGAIN : goOn(memory);
    }

    private void pause() {
        try {
            wake.tryAcquire(engine.config().engine().pollEvery().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private DriverStep goOn(RunMemory memory) {
        RunState to = memory.onward();
        LOG.infof("the cure is seen, the run goes on: run=%d reason=%s", runNo, memory.reason());
        Says says = new RunEvents(memory, engine.clock()).changed(RunState.BLOCKED, to, null, null);
        var changed = new Transition.RunChanged(memory.ref(), Set.of(RunState.BLOCKED), to, null, null, says);
        return engine.journal().submit(changed) instanceof Reply.LeaseLost ? DriverStep.ABANDON : DriverStep.AGAIN;
    }

    private DriverStep release(RunMemory memory) {
        engine.journal().submit(new Transition.Released(memory.ref(), Says.nothing()));
        return DriverStep.RELEASE;
    }
}
