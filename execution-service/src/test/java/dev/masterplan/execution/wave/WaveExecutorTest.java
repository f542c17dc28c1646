package dev.masterplan.execution.wave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.atom.Start;
import dev.masterplan.execution.attempt.AtomJob;
import dev.masterplan.execution.attempt.AtomOutcome;
import dev.masterplan.execution.attempt.SpanBudget;
import dev.masterplan.execution.graph.RandomPlans;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunPlan;
import dev.masterplan.execution.run.Approvals;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.RunState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaveExecutorTest {

    private static final int AT_ONCE = 3;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldStartEachAtomAfterItsDependenciesAndNeverTooManyAtOnce(long seed) {
        // Given
        RunMemory memory = memory(seed);
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        memory.settledAtoms().forEach(done::add);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<String> tooEarly = ConcurrentHashMap.newKeySet();
        AtomStarter starter = job -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            for (int dependency : memory.plan().graph().dependsOn(job.atom().no())) {
                if (!done.contains(dependency)) {
                    tooEarly.add(job.atom().name());
                }
            }
            done.add(job.atom().no());
            running.decrementAndGet();
            return completed();
        };

        // When
        for (int wave = 1; wave <= memory.plan().totalWaves(); wave++) {
            var executor = new WaveExecutor(memory, atom -> job(memory, atom), starter, () -> false);
            executor.run(memory.plan().atomsOfWave(wave), AT_ONCE);
        }

        // Then
        assertThat(tooEarly).isEmpty();
        assertThat(done).hasSize(memory.plan().atoms().size());
        assertThat(most.get()).isLessThanOrEqualTo(AT_ONCE);
    }

    @Test
    void shouldStartNothingMoreWhenSomebodyAsks() {
        // Given
        RunMemory memory = memory(11);
        AtomicInteger started = new AtomicInteger();
        AtomStarter starter = job -> {
            started.incrementAndGet();
            return completed();
        };

        // When
        WaveOutcome outcome = new WaveExecutor(memory, atom -> job(memory, atom), starter, () -> started.get() > 0)
                .run(memory.plan().atoms(), 1);

        // Then
        assertThat(outcome).isInstanceOf(WaveOutcome.Interrupted.class);
        assertThat(started).hasValue(1);
    }

    @Test
    void shouldEndWithFailureAndLeaveDependantsAloneWhenAnAtomFails() {
        // Given
        RunMemory memory = memory(11);
        AtomStarter starter = job -> new AtomOutcome.Failed(List.of("line 1"), List.of(), 3, BigDecimal.ZERO);

        // When
        WaveOutcome outcome = new WaveExecutor(memory, atom -> job(memory, atom), starter, () -> false)
                .run(memory.plan().atomsOfWave(1), AT_ONCE);

        // Then
        assertThat(outcome).isEqualTo(new WaveOutcome.Ended(true));
        assertThat(memory.count(AtomState.FAILED)).isPositive();
        assertThat(memory.count(AtomState.COMPLETED)).isZero();
    }

    @Test
    void shouldParkTheWaveWhenMoneyIsMissing() {
        // Given
        RunMemory memory = memory(11);
        AtomStarter starter =
                job -> new AtomOutcome.Parked(AtomOutcome.Hindrance.BUDGET, "Hard limit", BigDecimal.ZERO);

        // When
        WaveOutcome outcome = new WaveExecutor(memory, atom -> job(memory, atom), starter, () -> false)
                .run(memory.plan().atomsOfWave(1), 1);

        // Then
        assertThat(outcome).isEqualTo(new WaveOutcome.Parked(AtomOutcome.Hindrance.BUDGET, "Hard limit"));
    }

    private static AtomOutcome completed() {
        return new AtomOutcome.Completed(null, List.of(), 0, 0, BigDecimal.ZERO);
    }

    private static RunMemory memory(long seed) {
        MasterPlanApproved approved = Approvals.with(RandomPlans.of(seed));
        UUID id = new UUID(1, seed);
        RunPlan plan = ((RunPlan.Result.Runs) RunPlan.of(id, approved)).plan();
        RunRef run = new RunRef(1, id, approved.masterplanId(), approved.sessionId(), "trace", null, id);
        return new RunMemory(run, plan, RunState.RUNNING);
    }

    private static AtomJob job(RunMemory memory, Atom atom) {
        return new AtomJob(
                memory.ref(),
                memory.plan().approved(),
                atom,
                null,
                1,
                Map.of(),
                false,
                new Start.Fresh(new AttemptKey(1, 1, 1)),
                BigDecimal.ZERO,
                List.of(),
                new WaveProgress(0, 1),
                new AtomJob.Tracing(null, SpanBudget.of(100, 0)),
                () -> false);
    }
}
