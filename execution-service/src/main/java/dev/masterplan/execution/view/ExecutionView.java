package dev.masterplan.execution.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A run as the API shows it. @param faults what a rehearsal has in store and where, empty otherwise */
public record ExecutionView(
        UUID id,
        UUID masterplanId,
        UUID sessionId,
        int version,
        String name,
        String state,
        String reason,
        String cure,
        int wave,
        int totalWaves,
        AtomCounts atoms,
        TestCounts tests,
        Money cost,
        String engine,
        boolean rehearsal,
        List<String> faults,
        String sandbox,
        String traceId,
        String commit,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        List<String> notCovered,
        List<String> deferred,
        LastTest lastTest) {

    /** Atoms by state; what is none of these is pending. */
    public record AtomCounts(int total, int completed, int failed, int blocked, int skipped, int running) {}

    /** All tests of the run, R-000 among them, and how many passed when they last ran. */
    public record TestCounts(int mustTotal, int mustPassed, int shouldTotal, int shouldPassed) {}

    /** USD; remaining = hard - spent - reserved. */
    public record Money(
            BigDecimal spentUsd,
            BigDecimal reservedUsd,
            BigDecimal softUsd,
            BigDecimal hardUsd,
            BigDecimal remainingUsd) {}

    public record LastTest(String testId, String requirementKey, String text, boolean passed, long durationMs) {}

    /** A page of a list. */
    public record Page<T>(List<T> items, int total, int limit, int offset) {}
}
