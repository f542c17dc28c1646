package dev.masterplan.execution.wave;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AtomStatus;
import dev.masterplan.execution.attempt.AtomJob;
import dev.masterplan.execution.attempt.AtomOutcome;
import dev.masterplan.execution.graph.Readiness;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.messaging.event.AtomState;
import io.opentelemetry.context.Context;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Runs the atoms of one wave: each starts as soon as its own dependencies are done, at most so many at once, the urgent
 * and those with the longest chain behind them first. All decisions are made on the calling thread.
 */
public final class WaveExecutor {

    private final RunMemory memory;
    private final Readiness readiness;
    private final Function<Atom, AtomJob> jobs;
    private final AtomStarter starter;
    private final BooleanSupplier stopping;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final PriorityQueue<Atom> ready;
    private final Set<Integer> given = new HashSet<>();
    private int inFlight;
    private AtomOutcome.Parked parked;
    private boolean abandoned;
    private RuntimeException fault;

    /** @param fault what the work threw, null when it has an outcome */
    private record Ended(Atom atom, AtomOutcome outcome, RuntimeException fault) {}

    /** @param stopping asked before an atom starts: a person paused or cancelled the run */
    public WaveExecutor(RunMemory memory, Function<Atom, AtomJob> jobs, AtomStarter starter, BooleanSupplier stopping) {
        this.memory = memory;
        this.jobs = jobs;
        this.starter = starter;
        this.stopping = stopping;
        readiness = new Readiness(memory.plan().graph(), memory.settledAtoms());
        int[] chain = memory.plan().graph().remainingChain();
        ready = new PriorityQueue<>(Comparator.comparingInt((Atom a) -> -a.priority())
                .thenComparingInt(a -> -chain[a.no()])
                .thenComparingInt(Atom::no));
    }

    /**
     * Blocks until every atom given has ended or nothing more can start.
     *
     * @throws RuntimeException what the work on an atom threw, after those in flight have ended
     */
    public WaveOutcome run(List<Atom> atoms, int maxParallel) {
        atoms.forEach(a -> given.add(a.no()));
        atoms.stream().filter(this::open).filter(a -> readiness.ready(a.no())).forEach(ready::add);
        start(maxParallel);
        while (inFlight > 0) {
            take();
            start(maxParallel);
        }
        if (fault != null) {
            throw fault;
        }
        return outcome(atoms);
    }

    private WaveOutcome outcome(List<Atom> atoms) {
        if (abandoned) {
            return new WaveOutcome.Abandoned();
        }
        if (parked != null && parked.by() != AtomOutcome.Hindrance.ASKED) {
            return new WaveOutcome.Parked(parked.by(), parked.text());
        }
        if (!ready.isEmpty() || parked != null) {
            return new WaveOutcome.Interrupted();
        }
        return new WaveOutcome.Ended(!atoms.stream().allMatch(memory::settled));
    }

    /** Not yet ended, so that a resumed wave does only what is left. */
    private boolean open(Atom atom) {
        return switch (memory.atom(atom).state()) {
            case PENDING, READY, RUNNING, VALIDATING -> true;
            case COMPLETED, FAILED, BLOCKED, SKIPPED -> false;
        };
    }

    private void start(int maxParallel) {
        while (inFlight < maxParallel && !ready.isEmpty() && mayStart()) {
            Atom atom = ready.remove();
            AtomJob job = jobs.apply(atom);
            memory.set(atom, memory.atom(atom).to(AtomState.RUNNING, null));
            inFlight++;
            Runnable inTrace = Context.current().wrap(() -> work(atom, job));
            Thread.ofVirtual().name("atom " + atom.number()).start(inTrace);
        }
    }

    private boolean mayStart() {
        return !abandoned && fault == null && parked == null && !stopping.getAsBoolean();
    }

    private void work(Atom atom, AtomJob job) {
        Ended end = new Ended(atom, new AtomOutcome.Abandoned(), null);
        try {
            end = new Ended(atom, starter.work(job), null);
        } catch (RuntimeException e) {
            end = new Ended(atom, new AtomOutcome.Abandoned(), e);
        } finally {
            ended.add(end);
        }
    }

    private void take() {
        try {
            Ended next = ended.take();
            inFlight--;
            fault = fault == null ? next.fault() : fault;
            apply(next.atom(), next.outcome());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandoned = true;
        }
    }

    private void apply(Atom atom, AtomOutcome outcome) {
        AtomStatus was = memory.atom(atom);
        switch (outcome) {
            case AtomOutcome.Completed done -> {
                if (done.file() != null) {
                    memory.wrote(atom, done.file());
                }
                memory.set(atom, Ends.completed(was, done));
                readiness.done(atom.no()).stream()
                        .map(memory.plan().atoms()::get)
                        .filter(a -> given.contains(a.no()) && open(a))
                        .forEach(ready::add);
            }
            case AtomOutcome.Failed failed -> memory.set(atom, Ends.failed(was, failed));
            case AtomOutcome.Parked waits -> {
                parked = waits;
                memory.set(atom, was.to(AtomState.PENDING, waits.text()));
            }
            case AtomOutcome.Abandoned gone -> abandoned = true;
        }
    }
}
