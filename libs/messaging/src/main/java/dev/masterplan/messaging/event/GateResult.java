package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What Gate S said after a wave's round.
 *
 * @param mustRate    0..1; 1 with total 0
 * @param reviewTests MUST tests that still fail after the repair round: one TEST review each
 */
public record GateResult(
        UUID executionId,
        UUID masterplanId,
        UUID sessionId,
        String traceId,
        int wave,
        int round,
        Verdict verdict,
        String failureReason,
        double mustRate,
        double shouldRate,
        int mustTotal,
        int mustPassed,
        int shouldTotal,
        int shouldPassed,
        List<String> failedRequirements,
        List<FailedTest> reviewTests,
        String certificateHash,
        boolean rehearsal,
        Instant decidedAt) {

    public GateResult {
        executionId = Required.value(executionId, "execution_id");
        masterplanId = Required.value(masterplanId, "masterplan_id");
        verdict = Required.value(verdict, "verdict");
        failedRequirements = Required.copy(failedRequirements);
        reviewTests = Required.copy(reviewTests);
    }

    public enum Verdict {
        OPEN,
        BLOCKED,
        NOT_APPLICABLE,
        NOT_PROVED,
        NOT_RUN
    }

    /** @param evidence request, response and assertion, at most 4,000 characters */
    public record FailedTest(
            String testId, UUID requirementId, String requirementKey, String sentence, String evidence) {
        public FailedTest {
            testId = Required.text(testId, "test_id");
        }
    }
}
