package dev.masterplan.execution.engine;

import dev.masterplan.execution.attempt.AtomOutcome;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Transition.GateJudged;
import dev.masterplan.execution.transition.Transition.WaveEnded;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.plan.Priority;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What operators watch; no id is ever a label. */
@Singleton
public class EngineMetrics {

    private final MeterRegistry registry;

    EngineMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Atom success rate, retries per atom: once for each time that an atom was worked on to its end. */
    public void atomEnded(AtomOutcome outcome) {
        switch (outcome) {
            case AtomOutcome.Completed done -> atomEnded(AtomState.COMPLETED, done.retries());
            case AtomOutcome.Failed failed -> atomEnded(AtomState.FAILED, failed.retries());
            case AtomOutcome.Parked parked -> {}
            case AtomOutcome.Abandoned abandoned -> {}
        }
    }

    private void atomEnded(AtomState state, int retries) {
        registry.counter("masterplan.atoms", "state", state.name()).increment();
        summary("masterplan.atom.retries").record(retries);
    }

    /** Wave duration, acceptance pass rate, confidence: once for each round of a wave that was judged. */
    public void waveEnded(WaveEnded ended) {
        registry.timer("masterplan.wave.duration").record(Duration.ofMillis(ended.durationMs()));
        GateJudged gate = ended.gate();
        registry.counter("masterplan.gates", "verdict", gate.verdict().name()).increment();
        tests(Priority.MUST, gate.mustTotal(), gate.mustPassed());
        tests(Priority.SHOULD, gate.shouldTotal(), gate.shouldPassed());
        ended.scores().forEach(s -> summary("masterplan.confidence").record(s.confidence()));
    }

    private void tests(Priority priority, int total, int passed) {
        tests(priority, true).increment(passed);
        tests(priority, false).increment(total - passed);
    }

    private Counter tests(Priority priority, boolean passed) {
        return registry.counter(
                "masterplan.acceptance.tests", "priority", priority.name(), "passed", Boolean.toString(passed));
    }

    /** Cost per plan. */
    public void runEnded(RunMemory memory) {
        summary("masterplan.plan.cost.usd").record(memory.spent().doubleValue());
    }

    private DistributionSummary summary(String name) {
        return registry.summary(name);
    }
}
