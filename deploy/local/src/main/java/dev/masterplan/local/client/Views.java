package dev.masterplan.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** The parts of the gateway's answers that the terminal shows; fields it does not name are ignored. */
public final class Views {

    private Views() {}

    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** A list with its envelope. */
    public record Page<T>(List<T> items, long total) {}

    public record Session(String id, String name) {}

    public record Imported(String sessionId, String masterplanId) {}

    public record Accepted(String messageId, String masterplanId, String traceId) {}

    /** @param status GENERATING, DRAFT, APPROVED, REJECTED or NOT_UNDERSTOOD */
    public record MasterPlan(
            String id,
            String sessionId,
            String name,
            int version,
            String status,
            String statusReason,
            String traceId,
            JsonNode discovery,
            Analysis analysis,
            Estimate estimate) {
        public boolean settled() {
            return !"GENERATING".equals(status);
        }
    }

    public record Remark(String code, String text, String requirementKey, Integer taskNumber) {}

    public record Coverage(String requirementKey, String priority, String state, String reason) {
        public boolean missingMust() {
            return "MUST".equals(priority) && "NOT_COVERED".equals(state);
        }
    }

    public record Analysis(List<Remark> errors, List<Remark> warnings, List<Coverage> coverage) {
        public Analysis {
            errors = orEmpty(errors);
            warnings = orEmpty(warnings);
            coverage = orEmpty(coverage);
        }
    }

    public record Cost(BigDecimal low, BigDecimal likely, BigDecimal high) {}

    public record Estimate(
            Cost costUsd,
            int seconds,
            int atoms,
            int waves,
            int tasks,
            int subtasks,
            int milestones,
            int phases,
            int tests) {}

    public record AtomCounts(int total, int completed, int failed, int blocked, int skipped, int running) {}

    public record TestCounts(int mustTotal, int mustPassed, int shouldTotal, int shouldPassed) {
        public boolean allMustPassed() {
            return mustPassed == mustTotal;
        }
    }

    public record Spend(BigDecimal spentUsd) {}

    public record LastTest(String testId, String requirementKey, String text, boolean passed, long durationMs) {}

    /** One run as it stands. */
    public record Execution(
            String id,
            String masterplanId,
            String name,
            String state,
            String reason,
            String cure,
            int wave,
            int totalWaves,
            AtomCounts atoms,
            TestCounts tests,
            Spend cost,
            boolean rehearsal,
            String traceId,
            String commit,
            List<String> notCovered,
            List<String> deferred,
            LastTest lastTest) {
        public Execution {
            notCovered = orEmpty(notCovered);
            deferred = orEmpty(deferred);
        }

        /** True when nothing more happens by itself. */
        public boolean stands() {
            return switch (state) {
                case "COMPLETED", "COMPLETED_WITH_GAPS", "FAILED", "CANCELLED", "BLOCKED", "PAUSED" -> true;
                default -> false;
            };
        }

        public boolean ended() {
            return stands() && !"BLOCKED".equals(state) && !"PAUSED".equals(state);
        }
    }

    public record Gate(
            int round,
            String verdict,
            int mustTotal,
            int mustPassed,
            int shouldTotal,
            int shouldPassed,
            int due,
            int of,
            String failureReason,
            List<JsonNode> failedRequirements) {
        public Gate {
            failedRequirements = orEmpty(failedRequirements);
        }
    }

    public record Wave(
            int number, String id, String name, String state, AtomCounts atoms, int retries, List<Gate> gates) {
        public Wave {
            gates = orEmpty(gates);
        }

        public boolean done() {
            return "COMPLETED".equals(state) || "PARTIAL".equals(state);
        }
    }

    public record Command(String id, String command, String state, String text) {}

    /** @param state NOT_DUE, PASSED, FAILED, FLAKY or NOT_PROVED */
    public record AcceptanceTest(String id, String requirementKey, String priority, String state) {
        public boolean proves() {
            return "PASSED".equals(state) || "FLAKY".equals(state);
        }
    }

    public record VerifiedTest(
            String id,
            String requirementKey,
            String sentence,
            String priority,
            boolean passed,
            String text,
            String evidence) {}

    public record Verification(
            boolean passed, List<VerifiedTest> tests, boolean acceptanceDiffers, JsonNode certificate) {
        public Verification {
            tests = orEmpty(tests);
        }
    }
}
