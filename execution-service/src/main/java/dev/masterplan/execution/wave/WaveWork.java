package dev.masterplan.execution.wave;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.attempt.AtomJob;
import dev.masterplan.execution.attempt.AtomOutcome;
import dev.masterplan.execution.attempt.AuthorCall;
import dev.masterplan.execution.attempt.RetryOrchestrator;
import dev.masterplan.execution.attempt.SpanBudget;
import dev.masterplan.execution.codegen.CodeAuthor;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Traces;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Puts atoms to work: gives each its job from the run's memory and its own orchestrator. */
public final class WaveWork {

    private final RunEngine engine;
    private final RunMemory memory;
    private final RunEvents events;
    private final BooleanSupplier asked;
    private final CodeAuthor author;
    private final AuthorCall call;

    public WaveWork(RunEngine engine, RunMemory memory, RunEvents events, BooleanSupplier asked) {
        this.engine = engine;
        this.memory = memory;
        this.events = events;
        this.asked = asked;
        this.author = engine.codeAuthor(memory.plan().approved().engine());
        this.call = new AuthorCall(
                author,
                engine.config().engine().providerPatience(),
                engine.config().engine().providerBackOff(),
                () -> engine.lease().holds(memory.ref().owner()),
                asked);
    }

    /** @param comment what every author hears, empty in a first round */
    public WaveOutcome run(int wave, List<Atom> open, List<String> comment) {
        String span = Traces.started(
                memory.ref(), null, "wave %d started".formatted(wave), Map.of("wave.number", Integer.toString(wave)));
        AtomJob.Tracing tracing =
                new AtomJob.Tracing(span, SpanBudget.of(engine.config().engine().attemptSpans(), attempts()));
        int total = memory.plan().atomsOfWave(wave).size();
        WaveProgress progress = new WaveProgress(Math.max(0, total - open.size()), Math.max(total, open.size()));
        WaveExecutor executor =
                new WaveExecutor(memory, atom -> job(atom, comment, progress, tracing), this::work, asked);
        return executor.run(open, memory.plan().approved().limits().maxParallelAtoms());
    }

    /** Of the last work on each ended atom, which is what the rows still say after a restart. */
    private int attempts() {
        return memory.plan().atoms().stream()
                .map(memory::atom)
                .filter(a -> a.state() == AtomState.COMPLETED || a.state() == AtomState.FAILED)
                .mapToInt(a -> 1 + a.retries())
                .sum();
    }

    private AtomOutcome work(AtomJob job) {
        AtomOutcome outcome = new RetryOrchestrator(
                        job, engine.journal(), author, call, engine.tools().judge(), events.updates())
                .run();
        engine.metrics().atomEnded(outcome);
        return outcome;
    }

    private AtomJob job(Atom atom, List<String> comment, WaveProgress progress, AtomJob.Tracing tracing) {
        FileVersion current = memory.file(atom.file());
        return new AtomJob(
                memory.ref(),
                memory.plan().approved(),
                atom,
                current == null ? null : current.text(),
                memory.nextVersion(atom.file()),
                memory.snapshot(atom),
                memory.plan().lastLink(atom),
                memory.start(atom),
                memory.atom(atom).cost(),
                comment,
                progress,
                tracing,
                asked);
    }
}
