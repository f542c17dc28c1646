package dev.masterplan.review;

import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.GateResult;
import dev.masterplan.messaging.event.GateResult.FailedTest;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.WaveCompleted;
import dev.masterplan.messaging.event.WaveCompleted.AtomResult;
import dev.masterplan.messaging.event.WaveCompleted.ConfidenceParts;
import dev.masterplan.messaging.event.WaveCompleted.ReviewNeed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Waves of one run, as execution tells of them. */
public record Waves(UUID masterplanId, UUID executionId, UUID sessionId, String traceId) {

    private static final String HASH = "a".repeat(64);

    public static Waves ofNewRun() {
        return new Waves(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID().toString().replace("-", ""));
    }

    public WaveCompleted completed(int wave, int round, AtomResult... atoms) {
        return new WaveCompleted(
                executionId,
                masterplanId,
                sessionId,
                traceId,
                wave,
                3,
                round,
                atoms.length,
                0,
                0,
                0,
                0,
                100,
                BigDecimal.ZERO,
                false,
                Instant.EPOCH,
                List.of(atoms));
    }

    /** The same wave of a rehearsal. */
    public static WaveCompleted rehearsed(WaveCompleted w) {
        return new WaveCompleted(
                w.executionId(),
                w.masterplanId(),
                w.sessionId(),
                w.traceId(),
                w.wave(),
                w.totalWaves(),
                w.round(),
                w.completed(),
                w.failed(),
                w.blocked(),
                w.skipped(),
                w.retries(),
                w.durationMs(),
                w.costUsd(),
                true,
                w.endedAt(),
                w.atoms());
    }

    /** What the gate of wave 4 said in that round; the requirements of the red tests are those that failed. */
    public GateResult judged(int round, Verdict verdict, FailedTest... red) {
        List<FailedTest> failed = List.of(red);
        return new GateResult(
                executionId,
                masterplanId,
                sessionId,
                traceId,
                4,
                round,
                verdict,
                null,
                failed.isEmpty() ? 1 : 0.9,
                1,
                10,
                10 - failed.size(),
                0,
                0,
                failed.stream().map(FailedTest::requirementKey).toList(),
                failed,
                null,
                false,
                Instant.EPOCH);
    }

    public static FailedTest red(String testId, String requirementKey) {
        return new FailedTest(
                testId,
                UUID.randomUUID(),
                requirementKey,
                "The sentence of " + requirementKey + ".",
                "POST /loans → 201");
    }

    public static AtomResult atom(String file, AtomState state, double confidence, ReviewNeed review) {
        return new AtomResult(
                UUID.randomUUID(),
                "Loan - write " + file,
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of("R-007"),
                state,
                1,
                confidence,
                new ConfidenceParts(1, 1, 1, 1),
                "LOW",
                file,
                HASH,
                List.of("line 3: wrong in " + file),
                List.of(),
                review);
    }

    public static AtomResult doubtful(String file) {
        return atom(file, AtomState.COMPLETED, 0.65, ReviewNeed.MEDIUM);
    }

    public static AtomResult failed(String file) {
        return atom(file, AtomState.FAILED, 0.2, ReviewNeed.HIGH);
    }

    public static AtomResult fine(String file) {
        return atom(file, AtomState.COMPLETED, 0.95, ReviewNeed.NONE);
    }
}
