package dev.masterplan.execution.engine;

import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Transition.Scored;
import dev.masterplan.execution.transition.Transition.TestOutcome;
import dev.masterplan.execution.transition.Transition.WaveEnded;
import dev.masterplan.messaging.event.AtomState;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** What operators watch; no id is ever a label. */
@Singleton
public class EngineMetrics {

    private final MeterRegistry registry;

    EngineMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Wave duration, atom success rate, retries per atom, acceptance pass rate, confidence. */
    public void waveEnded(RunMemory memory, WaveEnded ended) {
        registry.timer("masterplan.wave.duration").record(Duration.ofMillis(ended.durationMs()));
        registry.counter("masterplan.gates", "verdict", ended.gate().verdict().name())
                .increment();
        memory.plan().atomsOfWave(ended.wave()).stream()
                .map(memory::atom)
                .filter(a -> a.state() == AtomState.COMPLETED || a.state() == AtomState.FAILED)
                .forEach(a -> {
                    registry.counter("masterplan.atoms", "state", a.state().name())
                            .increment();
                    summary("masterplan.atom.retries").record(a.retries());
                });
        ended.tests().stream()
                .map(TestOutcome::green)
                .forEach(green -> registry.counter("masterplan.acceptance.tests", "passed", Boolean.toString(green))
                        .increment());
        List<Scored> scores = ended.scores();
        scores.forEach(s -> summary("masterplan.confidence").record(s.confidence()));
    }

    /** Cost per plan. */
    public void runEnded(RunMemory memory) {
        summary("masterplan.plan.cost.usd").record(memory.spent().doubleValue());
    }

    private DistributionSummary summary(String name) {
        return registry.summary(name);
    }
}
